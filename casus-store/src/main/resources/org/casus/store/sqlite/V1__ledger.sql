-- The ledger in one file. What a table is for stands above it; the PostgreSQL twin has the same names.

-- Texts. A text with its date is a document, however many reports carry it; `id` comes from both.
create table document (
    number      integer primary key,
    id          text not null unique,
    published   text,
    text        text not null,
    -- the record of `casus read`, gzipped; its own key, outlet, title belong to the report that came first
    record      blob not null,
    -- all words of the text, hashed: the same for two texts that differ in white space and punctuation alone
    words       bigint not null,
    -- how many of its runs of words are in table shingle
    shingles    integer not null,
    -- whether it is what some report says now; a text that was replaced by a new version stays, inactive
    active      boolean not null,
    -- the least document of its group of near copies, itself if there is no other
    origin      text not null,
    -- the report in whose name it is quoted: of all that carry it now, the least by outlet and key
    carrier     integer,
    -- as it first came, to be searched
    title       text not null
);
create index document_words on document (words);
create index document_origin on document (origin);

-- Reports: one for every address. Its current version is what it says now.
create table report (
    number      integer primary key,
    address     text not null unique,
    current     integer not null references document
);
create index report_current on report (current);

create table version (
    report      integer not null references report,
    ordinal     integer not null,
    document    integer not null references document,
    key         text not null,
    uri         text,
    outlet      text,
    title       text,
    author      text,
    category    text,
    language    text,
    primary key (report, ordinal),
    unique (report, document)
) without rowid;
create index version_document on version (document);

-- Runs of words that a document has, by hash; one in eight is kept.
create table shingle (
    hash        bigint not null,
    document    integer not null references document,
    primary key (hash, document)
) without rowid;

-- Pairs of near copies, each in both directions.
create table near_copy (
    document    integer not null references document,
    other       integer not null references document,
    primary key (document, other)
) without rowid;

-- Every run of `casus ingest`, and what came of every input.
create table run (
    number      integer primary key,
    started     text not null,
    ended       text
);

create table input (
    run         integer not null references run,
    ordinal     integer not null,
    -- the file, absolute; '-' for standard input
    source      text not null,
    line        integer,
    outcome     text not null check (outcome in ('read', 'unchanged', 'new version', 'duplicate', 'failed')),
    report      integer references report,
    document    integer references document,
    -- of a duplicate: the document that it repeats
    other       integer references document,
    -- of a failure: why
    reason      text,
    primary key (run, ordinal)
) without rowid;
create index input_source on input (source, line);

-- The words of all texts and titles, to be searched.
create virtual table document_search using fts5 (
    title, text, content = 'document', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);

-- Incidents as they stand. `json` is the truth, the columns are for queries.
create table incident (
    number      integer primary key,
    uid         text not null unique,
    -- SHA-256 of the JSON
    digest      text not null,
    json        blob not null,
    type        text not null,
    mode        text,
    first_day   text,
    last_day    text,
    contested   boolean not null,
    grade       text not null,
    -- independent sources
    sources     integer not null,
    line        text not null
);
create index incident_day on incident (first_day);

-- Events as one document tells each.
create table account (
    number      integer primary key,
    document    integer not null references document,
    uid         text not null unique,
    json        blob not null,
    incident    integer references incident
);
create index account_document on account (document);
create index account_incident on account (incident);

-- Documents whose accounts have come, gone or changed since incidents were last settled.
create table unsettled (
    document    integer primary key references document
);

-- What can be asked of an incident: country, place, actor, outcome … as name and value.
create table incident_value (
    name        text not null,
    value       text not null,
    incident    integer not null references incident,
    primary key (name, value, incident)
) without rowid;
create index incident_value_incident on incident_value (incident);

-- Names that an incident had before an older account of it arrived.
create table incident_alias (
    uid         text primary key,
    current     text not null
) without rowid;

-- Pairs of accounts that may be of one incident and were left apart, for a person to look at.
create table doubt (
    left_account  integer not null references account,
    right_account integer not null references account,
    points        integer not null,
    json          text not null,
    primary key (left_account, right_account)
) without rowid;
create index doubt_right on doubt (right_account);

-- All that happened to incidents, and all that was decided about them. Rows are added and never changed: each
-- carries a hash over itself and the hash of the row before.
create table journal (
    number      bigint primary key not null,
    at          text not null,
    kind        text not null,
    subject     text not null,
    because     text not null,
    body        text not null,
    previous    text not null,
    hash        text not null
) without rowid;
create index journal_subject on journal (subject, number);

create trigger journal_is_never_changed before update on journal
begin
    select raise(abort, 'the journal is never changed');
end;
create trigger journal_is_never_shortened before delete on journal
begin
    select raise(abort, 'the journal is never shortened');
end;

-- The last row of the journal, so that a cut end shows.
create table journal_head (
    single      integer primary key check (single = 1),
    number      bigint not null,
    hash        text not null
);
