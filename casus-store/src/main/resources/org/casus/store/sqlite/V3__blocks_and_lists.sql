-- The blocks that accounts stand in, many in a row: `entries` are pairs of eight bytes and eight, the greater byte
-- first. The first of a pair is the hash of a block, the two low bits of which say how precise the account is, the
-- other the number of the account. The bucket is the first twelve bits of the hash.
create table account_block (
    number      integer primary key,
    bucket      integer not null,
    entries     blob not null
);
create index account_block_bucket on account_block (bucket);

-- The last account that is in them.
create table account_blocked (
    single      integer primary key check (single = 1),
    account     bigint not null
);

-- They are worked out anew when next the ledger is settled, as if another edition of merging had settled it.
drop table account_key;
delete from settled;

-- Lists by the dead and by sources, page by page; the map, without opening a row.
create index incident_deadliest on incident (coalesce(dead_best, dead_low, -1) desc, coalesce(first_day, '9999'), uid);
create index incident_sources on incident (sources desc, coalesce(first_day, '9999'), uid);
create index incident_map on incident (place, country, latitude, longitude, precision, uid, line);
