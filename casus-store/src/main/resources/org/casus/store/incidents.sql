-- Accounts and incidents.

-- :account-insert
insert into account (document, uid, json) values (:document, :uid, :json)

-- :accounts-of
select number, uid, json from account where document = :document order by number

-- :accounts-of-incident
select a.number, a.json, a.incident, d.id, d.published, d.origin, v.key, v.uri, v.outlet, v.title
from account a join document d on d.number = a.document
    join version v on v.report = d.carrier and v.document = d.number
where a.incident = :incident
order by a.number

-- :accounts-leave
update account set incident = null where incident = :incident

-- :account-documents
select distinct document from account where uid in (<uids>)

-- :unsettled-delete
delete from unsettled

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

-- :doubt-insert
insert into doubt (left_account, right_account, points, json)
values ((select number from account where uid = :left), (select number from account where uid = :right), :points, :json)

-- :doubts
select d.points, d.json, i.uid as left_uid, i.line as left_line, j.uid as right_uid, j.line as right_line
from doubt d join account a on a.number = d.left_account join incident i on i.number = a.incident
    join account b on b.number = d.right_account join incident j on j.number = b.incident
order by d.points desc, i.uid, j.uid

-- :accounts-active
select count(*) from account a join document d on d.number = a.document where d.active and a.uid in (<uids>)

-- :uids-active
select a.uid from account a join document d on d.number = a.document where d.active and a.uid in (<uids>)

-- :incidents-told
select distinct i.number, i.uid, i.digest, r.json
from account a join incident i on i.number = a.incident join incident_record r on r.incident = i.number
where a.uid in (<uids>)

-- :incident-number
select number from incident where uid = :uid

-- :incident-json
select json from incident_record where incident = :number

-- :incident-last
select coalesce(max(number), 0) from incident

-- The catalogue

-- :incidents-changed
select distinct subject from journal where number > :head and kind = 'REVISION'

-- :catalogue
select number, uid, type, mode, first_day, last_day, contested, grade, sources, factuality,
    coalesce(dead_best, dead_low, -1) as dead, place, country, latitude, longitude, precision, source, target, reviewed
from incident

-- :catalogue-some
select number, uid, type, mode, first_day, last_day, contested, grade, sources, factuality,
    coalesce(dead_best, dead_low, -1) as dead, place, country, latitude, longitude, precision, source, target, reviewed
from incident where uid in (<uids>)

-- :incidents-doubtful
select a.incident from doubt d join account a on a.number = d.left_account where a.incident is not null
union select a.incident from doubt d join account a on a.number = d.right_account where a.incident is not null

-- :incident-insert
insert into incident (
    number, uid, digest, type, mode, first_day, last_day, contested, grade, sources, line, factuality, start, dead_low,
    dead_best, dead_high, place, country, latitude, longitude, precision, source, target, accounts, reviewed)
values (
    :number, :uid, :digest, :type, :mode, :first_day, :last_day, :contested, :grade, :sources, :line, :factuality,
    :start, :dead_low, :dead_best, :dead_high, :place, :country, :latitude, :longitude, :precision, :source,
    :target, :accounts, :reviewed)

-- :incident-update
update incident set
    uid = :uid, digest = :digest, type = :type, mode = :mode, first_day = :first_day, last_day = :last_day,
    contested = :contested, grade = :grade, sources = :sources, line = :line, factuality = :factuality,
    start = :start, dead_low = :dead_low, dead_best = :dead_best, dead_high = :dead_high, place = :place,
    country = :country, latitude = :latitude, longitude = :longitude, precision = :precision, source = :source,
    target = :target, accounts = :accounts, reviewed = :reviewed
where number = :number

-- :incident-record-insert
insert into incident_record (incident, json) values (:incident, :json)
on conflict (incident) do update set json = excluded.json

-- :incident-record-delete
delete from incident_record where incident = :incident

-- :incidents-like
select uid from incident where uid >= :prefix and uid < :after order by uid limit 3

-- :aliases-like
select current from incident_alias where uid >= :prefix and uid < :after order by uid limit 3

-- :accounts-like
select uid from account where uid >= :prefix and uid < :after order by uid limit 3

-- :incidents-in-order
select i.number, r.json from incident i join incident_record r on r.incident = i.number
order by coalesce(i.first_day, '9999'), i.uid

-- What is to be settled

-- :edition
select edition from settled

-- :edition-set
insert into settled (single, edition) values (1, :edition) on conflict (single) do update set edition = excluded.edition

-- :unsettled-any
select 1 from unsettled limit 1

-- :unsettled
select document, compared from unsettled

-- The list is bound, not joined, lest a planner begin with all accounts.

-- :accounts-unsettled
select a.number, a.uid, d.number as document, d.id, d.active
from document d join account a on a.document = d.number where d.number in (<documents>)

-- :account-last
select coalesce(max(number), 0) from account

-- :accounts-numbered
select a.number, a.json, d.id, d.published, d.origin, v.key, v.uri, v.outlet, v.title
from account a join document d on d.number = a.document join version v on v.report = d.carrier and v.document = d.number
where a.number in (<numbers>) and d.active

-- :active-accounts
select a.number, a.json, d.id, d.published, d.origin, v.key, v.uri, v.outlet, v.title
from document d join account a on a.document = d.number
    join version v on v.report = d.carrier and v.document = d.number
where d.active

-- :inactive-accounts
select a.number from document d join account a on a.document = d.number where not d.active

-- :account-numbers
select number, uid from account where uid in (<uids>)

-- :blocks-in
select entries from account_block where bucket in (<buckets>)

-- :blocks-insert
insert into account_block (bucket, entries) values (:bucket, :entries)

-- :blocks-delete-all
delete from account_block

-- :blocked
select account from account_blocked

-- :blocked-set
insert into account_blocked (single, account) values (1, :blocked)
on conflict (single) do update set account = excluded.account

-- :matches-all
select account, other, points from account_match where account < other

-- :matches-of
select account, other, points from account_match where account in (<numbers>)

-- :matches-insert
insert into account_match (account, other, points) values (?, ?, ?)

-- :matches-delete
delete from account_match where account in (<numbers>)

-- :match-delete
delete from account_match where account = :account and other = :other

-- :matches-delete-all
delete from account_match

-- :companions
select b.number from account a join account b on b.incident = a.incident where a.number in (<numbers>)

-- :incidents-of
select a.uid as account, i.number, i.uid, i.digest
from account a join incident i on i.number = a.incident where a.number in (<numbers>)

-- :accounts-by-uid
select a.number, a.json, d.id, d.published, d.origin, v.key, v.uri, v.outlet, v.title
from account a join document d on d.number = a.document
    left join version v on v.document = d.number and v.report =
        coalesce(d.carrier, (select min(report) from version where document = d.number))
where a.uid in (<uids>)
order by a.number

-- :active-accounts-by-uid
select a.number, a.json, d.id, d.published, d.origin, v.key, v.uri, v.outlet, v.title
from account a join document d on d.number = a.document join version v on v.report = d.carrier and v.document = d.number
where a.uid in (<uids>) and d.active
order by a.number

-- :accounts-of-document
select a.number, a.json, d.id, d.published, d.origin, v.key, v.uri, v.outlet, v.title
from account a join document d on d.number = a.document
    left join version v on v.document = d.number and v.report =
        coalesce(d.carrier, (select min(report) from version where document = d.number))
where d.id = :id
order by a.number

-- :account-incident
update account set incident = :incident where number = :number

-- :gone-leave
update account set incident = null where number in (<numbers>) and incident is not null

-- :doubt-delete
delete from doubt where left_account in (<numbers>) or right_account in (<numbers>)

-- :doubt-delete-all
delete from doubt

-- Ties between incidents

-- :sides-insert
insert into incident_sides (sides, incident) values (:sides, :incident)

-- :sides-delete
delete from incident_sides where incident = :incident

-- :sides-of
select sides from incident_sides where incident = :incident

-- :moves
select s.sides, i.number, i.uid, i.start, i.type, i.mode, i.factuality, coalesce(i.dead_best, i.dead_low, 0) as dead
from incident_sides s join incident i on i.number = s.incident where s.sides = :sides

-- :moves-all
select s.sides, i.number, i.uid, i.start, i.type, i.mode, i.factuality, coalesce(i.dead_best, i.dead_low, 0) as dead
from incident_sides s join incident i on i.number = s.incident

-- :ties-between
select incident, ordinal, type, target, because from incident_tie where sides = :sides order by incident, ordinal

-- :ties-of
select t.sides, t.ordinal, t.type, i.uid as target, t.because
from incident_tie t join incident i on i.number = t.target where t.incident = :incident

-- :tie-insert
insert into incident_tie (incident, sides, ordinal, type, target, because)
values (:incident, :sides, :ordinal, :type, :target, :because)

-- :ties-delete-between
delete from incident_tie where sides = :sides

-- :ties-delete-of
delete from incident_tie where incident = :incident or target = :incident

-- :ties-delete-all
delete from incident_tie

-- :link-insert
insert into incident_link (account, incident) values (:account, :incident)

-- :links-delete
delete from incident_link where incident = :incident

-- :incidents-of-accounts
select a.uid, i.uid as incident from account a join incident i on i.number = a.incident where a.uid in (<uids>)

-- :uids
select uid, number from incident where number in (<numbers>)

-- :linked-incidents
select target from incident_tie where incident in (<numbers>)
union select incident from incident_tie where target in (<numbers>)
union select a.incident from incident_link l join account a on a.uid = l.account
    where l.incident in (<numbers>) and a.incident is not null
union select l.incident from account a join incident_link l on l.account = a.uid where a.incident in (<numbers>)
