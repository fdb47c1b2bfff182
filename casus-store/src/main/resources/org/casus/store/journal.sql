-- The journal.

-- :journal-head
select number, hash from journal_head

-- :journal-head-insert
insert into journal_head (single, number, hash) values (1, :number, :hash)

-- :journal-head-update
update journal_head set number = :number, hash = :hash

-- :journal-insert
insert into journal (number, at, kind, subject, because, body, previous, hash)
values (:number, :at, :kind, :subject, :because, :body, :previous, :hash)

-- :journal-all
select number, at, kind, subject, because, body, previous, hash from journal order by number

-- :journal-last
select number, at, kind, subject, because, body, previous, hash from journal where number = :number

-- :journal-of
select number, at, kind, subject, because, body, previous, hash from journal
where subject in (<subjects>) order by number

-- :journal-kind
select number, at, kind, subject, because, body, previous, hash from journal where kind in (<kinds>) order by number

-- :journal-said
select kind, subject, body from journal where kind in ('DECISION', 'UNDO') order by number

-- :journal-count
select count(*) from journal where kind = :kind

-- :history
select coalesce(max(cast(version as integer)), 0) from flyway_schema_history where success

-- :journal-hash
select 1 from journal where hash = :hash
