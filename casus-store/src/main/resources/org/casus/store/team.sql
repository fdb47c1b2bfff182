-- People who work together, and what each did.

-- :people
select name, role, password, disabled, since from person order by name

-- :person
select name, role, password, disabled, since from person where name = :name

-- :person-insert
insert into person (name, role, password, disabled, since) values (:name, :role, :password, :disabled, :since)

-- :person-update
update person set role = :role, password = :password, disabled = :disabled where name = :name

-- :audit-insert
insert into audit (at, who, act, about, source) values (:at, :who, :act, :about, :source)

-- :audit
select number, at, who, act, about, source from audit
where (:who = '' or who = :who) and (:act = '' or act = :act) and (:before = 0 or number < :before)
order by number desc limit :most
