-- Accounts and incidents.

-- :account-insert
insert into account (document, uid, json) values (:document, :uid, :json)

-- :accounts-of
select number, uid, json from account where document = :document order by number
