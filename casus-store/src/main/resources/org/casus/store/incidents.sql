-- Accounts and incidents.

-- :account-insert
insert into account (document, uid, json) values (:document, :uid, :json)

-- :accounts-of
select number, uid, json from account where document = :document order by number

-- :active-accounts
select a.number, a.json, a.incident, d.id, d.published, d.origin, v.key, v.uri, v.outlet, v.title
from document d join account a on a.document = d.number
    join version v on v.report = d.carrier and v.document = d.number
where d.active
order by a.number

-- :accounts-of-incident
select a.number, a.json, a.incident, d.id, d.published, d.origin, v.key, v.uri, v.outlet, v.title
from account a join document d on d.number = a.document
    join version v on v.report = d.carrier and v.document = d.number
where a.incident = :incident
order by a.number

-- :account-incident
update account set incident = :incident where number = :number

-- :inactive-leave
update account set incident = null
where incident is not null and document in (select number from document where not active)

-- :accounts-leave
update account set incident = null where incident = :incident

-- :account-documents
select distinct document from account where uid in (<uids>)

-- :unsettled
select u.document, d.id from unsettled u join document d on d.number = u.document order by u.document

-- :unsettled-delete
delete from unsettled

-- :accounts-unsettled
select a.uid, d.id from unsettled u join document d on d.number = u.document join account a on a.document = u.document

-- :incident-heads
select number, uid, digest from incident

-- :incident-members
select a.uid, i.uid as incident from account a join incident i on i.number = a.incident

-- :incident-json
select json from incident where number = :number

-- :incident-insert
insert into incident (uid, digest, json, type, mode, first_day, last_day, contested, grade, sources, line)
values (:uid, :digest, :json, :type, :mode, :first_day, :last_day, :contested, :grade, :sources, :line)
returning number

-- :incident-update
update incident set uid = :uid, digest = :digest, json = :json, type = :type, mode = :mode, first_day = :first_day,
    last_day = :last_day, contested = :contested, grade = :grade, sources = :sources, line = :line
where number = :number

-- :incident-delete
delete from incident where number = :number

-- :incident-value-insert
insert into incident_value (name, value, incident) values (:name, :value, :incident) on conflict do nothing

-- :incident-value-delete
delete from incident_value where incident = :incident

-- :alias-insert
insert into incident_alias (uid, current) values (:uid, :current)
on conflict (uid) do update set current = excluded.current

-- :alias-delete
delete from incident_alias where uid = :uid

-- :alias-forward
update incident_alias set current = :current where current = :uid

-- :aliases-of
select uid from incident_alias where current = :uid order by uid

-- :alias
select current from incident_alias where uid = :uid

-- :doubt-delete
delete from doubt

-- :doubt-insert
insert into doubt (left_account, right_account, points, json)
values ((select number from account where uid = :left), (select number from account where uid = :right), :points, :json)

-- :doubts
select d.points, d.json, i.uid as left_uid, i.line as left_line, j.uid as right_uid, j.line as right_line
from doubt d join account a on a.number = d.left_account join incident i on i.number = a.incident
    join account b on b.number = d.right_account join incident j on j.number = b.incident
order by d.points desc, i.uid, j.uid

-- :incidents-like
select number, uid from incident where uid like :prefix order by uid limit 3

-- :aliases-like
select uid, current from incident_alias where uid like :prefix order by uid limit 3

-- :incidents-in-order
select number, json from incident order by coalesce(first_day, '9999'), uid

-- :account-number
select a.uid, i.uid as incident from account a left join incident i on i.number = a.incident where a.uid like :prefix
order by a.uid limit 3

-- :accounts-active
select count(*) from account a join document d on d.number = a.document where d.active and a.uid in (<uids>)
