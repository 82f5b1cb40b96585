-- Expired reservations are looked for across tenants, by the moment they expire.
drop index journal.ledger_expiring;
create index ledger_expiring on journal.ledger (expires_at) where kind = 'reservation';
