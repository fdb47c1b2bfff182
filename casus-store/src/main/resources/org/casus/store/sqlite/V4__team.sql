-- Who may come in where a team works, and what was done.

create table person (
    name        text primary key not null,
    role        text not null check (role in ('reader', 'reviewer', 'admin')),
    -- a hash that takes long to make
    password    text not null,
    disabled    boolean not null default false,
    since       text not null
) without rowid;

-- Every act, by whom. Rows are added and never changed.
create table audit (
    number      integer primary key,
    at          text not null,
    who         text not null,
    act         text not null,
    about       text not null,
    -- where it came from: an address of the network, or "terminal"
    source      text not null
);
create index audit_who on audit (who, number);

create trigger audit_is_never_changed before update on audit
begin
    select raise(abort, 'the audit is never changed');
end;
create trigger audit_is_never_shortened before delete on audit
begin
    select raise(abort, 'the audit is never shortened');
end;
