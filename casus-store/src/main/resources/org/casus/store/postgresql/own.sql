-- What PostgreSQL says in its own way.

-- :search
select d.id, d.published, v.outlet, coalesce(v.key, d.id) as key, d.title, d.active,
    ts_headline('english', d.text, q.words, 'StartSel=[, StopSel=], MaxWords=28, MinWords=20, MaxFragments=1') as passage
from document d left join version v on v.report = d.carrier and v.document = d.number
    cross join (select websearch_to_tsquery('english', :words) as words) q
where d.search @@ q.words
order by ts_rank(d.search, q.words) desc, d.number
limit :most

-- :history-exists
select 1 where to_regclass('flyway_schema_history') is not null

-- :incident-words-insert
update incident set search = to_tsvector('english', :words) where number = :incident

-- :incident-words-delete
update incident set search = null where number = :incident

-- :incidents-with-words
select number from incident where search @@ websearch_to_tsquery('english', :words)

-- :incidents-with-words-some
select number from incident where search @@ websearch_to_tsquery('english', :words) and number in (<numbers>)

-- :catalogue-values
select name, value, string_agg(cast(incident as text), ',') from incident_value group by name, value

-- :catalogue-values-some
select v.name, v.value, string_agg(cast(v.incident as text), ',') from incident i join incident_value v on v.incident = i.number
where i.uid in (<uids>) group by v.name, v.value
