-- Rows that lists and maps are made of without opening any JSON, what is needed to merge only what has changed,
-- and ties between incidents.

-- The JSON of an incident, the truth; apart from its row, so that lists read little.
create table incident_record (
    incident    integer primary key references incident,
    json        blob not null
);
insert into incident_record (incident, json) select number, json from incident;
alter table incident drop column json;

alter table incident add column factuality text not null default 'happened';
-- first day, where it is known to the month at least: what ties in time go by
alter table incident add column start text;
-- people killed
alter table incident add column dead_low integer;
alter table incident add column dead_best integer;
alter table incident add column dead_high integer;
-- the place that is known best
alter table incident add column place text;
alter table incident add column country text;
alter table incident add column latitude real;
alter table incident add column longitude real;
alter table incident add column precision text;
-- names, as they are printed
alter table incident add column source text;
alter table incident add column target text;
-- accounts
alter table incident add column accounts integer not null default 0;
-- 'accept' or 'reject' where a reviewer said so
alter table incident add column reviewed text;

drop index incident_day;
create index incident_oldest on incident (coalesce(first_day, '9999'), uid, last_day);
create index incident_newest on incident (coalesce(first_day, '0000'), uid, last_day);
create index incident_days on incident (first_day, last_day);
create index incident_position on incident (latitude, longitude);

-- The words of all incidents, to be searched.
create virtual table incident_search using fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);

-- Which edition of merging made the incidents; of another one, all are made again when next they are settled.
create table settled (
    single      integer primary key check (single = 1),
    edition     text not null
);

-- Whether its accounts have to be compared with others, or are there only to be merged again.
alter table unsettled add column compared boolean not null default true;

-- The blocks that an account stands in: a hash, the two low bits of which say how precise the account is.
create table account_key (
    key         bigint not null,
    account     integer not null references account,
    primary key (key, account)
) without rowid;

-- Pairs of accounts that match well enough to be joined or reviewed, each in both directions.
create table account_match (
    account     integer not null references account,
    other       integer not null references account,
    points      integer not null,
    primary key (account, other)
) without rowid;

-- Who did it to whom: what ties are inferred from.
create table incident_sides (
    sides       text not null,
    incident    integer not null references incident,
    primary key (sides, incident)
) without rowid;
create index incident_sides_incident on incident_sides (incident);

-- Ties that follow from what passed between two sides.
create table incident_tie (
    incident    integer not null references incident,
    sides       text not null,
    ordinal     integer not null,
    type        text not null,
    target      integer not null references incident,
    because     text not null,
    primary key (incident, sides, ordinal)
) without rowid;
create index incident_tie_target on incident_tie (target);
create index incident_tie_sides on incident_tie (sides);

-- Accounts that an incident's own links lead to.
create table incident_link (
    account     text not null,
    incident    integer not null references incident,
    primary key (account, incident)
) without rowid;
create index incident_link_incident on incident_link (incident);

-- Decisions, without looking through all revisions.
create index journal_kind on journal (kind, number);

-- What came of a document, run by run.
create index input_document on input (document);

-- The names that an incident had before.
create index incident_alias_current on incident_alias (current);
