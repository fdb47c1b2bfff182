-- Feeds from which reports are fetched when somebody says so.

create table feed (
    name        text primary key not null,
    -- of the web, or a file
    address     text not null,
    since       text not null,
    -- when it was fetched last, and what that came to, in words
    fetched     text,
    came_to     text
) without rowid;
