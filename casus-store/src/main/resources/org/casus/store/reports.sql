-- Reports, their versions, copies and runs.

-- :document-known
select 1 from version v join document d on d.number = v.document join report r on r.number = v.report
where d.id = :id and r.address = :address

-- :document-by-id
select number from document where id = :id

-- :document
select id, published, shingles, active, origin, carrier from document where number = :number

-- :document-insert
insert into document (id, published, text, record, words, shingles, active, origin, title)
values (:id, :published, :text, :record, :words, :shingles, false, :id, :title)
returning number

-- :document-update
update document set active = :active, origin = :origin, carrier = :carrier where number = :number

-- :document-count
select count(*) from document

-- :report-by-address
select number, current from report where address = :address

-- :report-insert
insert into report (address, current) values (:address, :document) returning number

-- :report-current
update report set current = :document where number = :report

-- :version-exists
select 1 from version where report = :report and document = :document

-- :version-insert
insert into version (report, ordinal, document, key, uri, outlet, title, author, category, language)
values (:report, (select coalesce(max(ordinal), 0) + 1 from version where report = :report),
    :document, :key, :uri, :outlet, :title, :author, :category, :language)

-- :carrier
select r.number
from report r join version v on v.report = r.number and v.document = r.current
where r.current = :document
order by case when v.outlet is null then 1 else 0 end, v.outlet, v.key, coalesce(v.uri, ''), coalesce(v.title, ''), r.address
limit 1

-- :shingle-insert
insert into shingle (hash, document) values (:hash, :document)

-- :same-words
select number from document where words = :words and number <> :document

-- :shared-runs
select d.number, s.shared, d.shingles
from (select document, count(*) as shared from shingle where hash in (<hashes>) and document <> :document
        group by document having count(*) >= :least) s
    join document d on d.number = s.document

-- :near-copy-insert
insert into near_copy (document, other) values (:document, :other) on conflict do nothing

-- :near-copies
select d.number, d.id, d.published, d.origin
from near_copy n join document d on d.number = n.other
where n.document = :document and d.active

-- :unsettled-insert
insert into unsettled (document, compared) values (:document, true)
on conflict (document) do update set compared = true

-- :unsettled-decided
insert into unsettled (document, compared) values (:document, false) on conflict do nothing

-- :run-insert
insert into run (started) values (:at) returning number

-- :run-end
update run set ended = :at where number = :run

-- :input-insert
insert into input (run, ordinal, source, line, outcome, report, document, other, reason)
values (:run, :ordinal, :source, :line, :outcome, :report, :document, :other, :reason)

-- :input-unchanged
insert into input (run, ordinal, source, line, outcome, report, document)
values (:run, :ordinal, :source, :line, 'unchanged', (select number from report where address = :address),
    (select number from document where id = :id))

-- :runs
select r.number, r.started, r.ended, i.outcome, count(i.ordinal) as inputs
from run r left join input i on i.run = r.number
group by r.number, r.started, r.ended, i.outcome
order by r.number, i.outcome

-- :inputs-of-run
select i.source, i.line, i.outcome, i.reason, r.address, d.id as document, o.id as other
from input i left join report r on r.number = i.report left join document d on d.number = i.document
    left join document o on o.number = i.other
where i.run = :run
order by i.ordinal

-- :still-failed
select i.source, i.line, i.reason
from input i
join (select source, coalesce(line, 0) as line, max(run) as run from input group by source, coalesce(line, 0)) last
    on last.source = i.source and last.line = coalesce(i.line, 0) and last.run = i.run
where i.outcome = 'failed'
order by i.source, i.line

-- :versions
select r.address, v.ordinal, d.id, d.published, v.outlet, v.title, v.uri, v.key,
    case when r.current = v.document then 1 else 0 end as current
from version v join report r on r.number = v.report join document d on d.number = v.document
where v.report in (select report from version x join document y on y.number = x.document where y.id = :id)
order by r.address, v.ordinal

-- :copies
select d.id, d.published, v.outlet, v.key, v.uri
from document d join report r on r.current = d.number join version v on v.report = r.number and v.document = d.number
where d.origin = :origin
order by d.published, d.id, v.outlet, v.key

-- :documents-like
select id from document where id >= :prefix and id < :after order by id limit 3

-- :inputs-of-document
select r.number, r.started, i.source, i.line, i.outcome, i.reason, a.address, d.id as document, o.id as other
from input i join run r on r.number = i.run join document d on d.number = i.document
    left join report a on a.number = i.report left join document o on o.number = i.other
where d.id = :id
order by r.number, i.ordinal

-- :document-text
select d.id, d.published, v.outlet, v.key, v.title, d.record, d.active, d.origin
from document d left join version v on v.document = d.number and v.report =
    coalesce(d.carrier, (select min(report) from version where document = d.number))
where d.id = :id

-- :records-after
select number, record from document where number > :after order by number

-- :all-records
select number, id, published, text, record from document order by number
