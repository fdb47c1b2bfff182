-- Feeds from which reports are fetched.

-- :feeds
select name, address, since, fetched, came_to from feed order by name

-- :feed-insert
insert into feed (name, address, since) values (:name, :address, :since)

-- :feed-delete
delete from feed where name = :name

-- :feed-fetched
update feed set fetched = :at, came_to = :words where name = :name
