-- What SQLite says in its own way.

-- First which are the best, by what the index alone tells, so that few rows are opened.

-- :search
select d.id, d.published, v.outlet, coalesce(v.key, d.id) as key, d.title, d.active,
    snippet(document_search, 1, '[', ']', '…', 24) as passage
from (select rowid as number, bm25(document_search, 4.0, 1.0) as score from document_search
        where document_search match :words order by score, rowid limit :most) best
    cross join document_search s on s.rowid = best.number and document_search match :words
    join document d on d.number = best.number
    left join version v on v.report = d.carrier and v.document = d.number
order by best.score, best.number

-- :search-insert
insert into document_search (rowid, title, text) select number, title, text from document where number = :document

-- :history-exists
select 1 from sqlite_master where name = 'flyway_schema_history'

-- :incident-words-insert
insert into incident_search (rowid, words) values (:incident, :words)

-- :incident-words-delete
delete from incident_search where rowid = :incident

-- :incidents-with-words
select rowid from incident_search where incident_search match :words

-- :incidents-with-words-some
select rowid from incident_search where incident_search match :words and rowid in (<numbers>)

-- :catalogue-values
select name, value, group_concat(incident) from incident_value group by name, value

-- :catalogue-values-some
select v.name, v.value, group_concat(v.incident) from incident i join incident_value v on v.incident = i.number
where i.uid in (<uids>) group by v.name, v.value
