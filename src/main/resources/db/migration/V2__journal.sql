-- What was decided, in the order of its recording, and what it consumed. Nothing here is ever changed or removed, except
-- the counters, which can be derived again from the ledger, and the listeners' own places.
create schema journal;

-- Files of editions, kept for ever under their content's SHA-256.
create table journal.source (
    tenant text not null,
    hash   text not null check (hash ~ '^[0-9a-f]{64}$'),
    bytes  bytea not null,
    primary key (tenant, hash)
);

-- Every edition that was ever in force, under its content hash.
create table journal.edition (
    tenant  text not null,
    hash    text not null check (hash ~ '^[0-9a-f]{64}$'),
    kept_at timestamptz not null default clock_timestamp(),
    primary key (tenant, hash)
);

create table journal.edition_source (
    tenant  text not null,
    edition text not null,
    path    text not null,
    source  text not null,
    primary key (tenant, edition, path),
    foreign key (tenant, edition) references journal.edition,
    foreign key (tenant, source) references journal.source
);

-- One row per decision. Rows are read in the order of (transaction, position): see Journal.
create table journal.decision (
    tenant              text not null,
    household           text not null,
    id                  uuid not null,
    position            bigint generated always as identity,
    transaction         xid8 not null default pg_current_xact_id(),
    person              text not null,
    client              text not null,
    kind                text not null,
    verdict             text not null,
    currency            text not null,
    charge_cents        bigint not null,
    complementary_cents bigint not null,
    received_at         timestamptz not null,
    recorded_at         timestamptz not null default clock_timestamp(),
    edition             text not null,
    engine              text not null,
    supersedes          uuid,
    encoding            smallint not null,
    input               bytea not null,
    decision            bytea not null,
    primary key (tenant, household, id),
    foreign key (tenant, edition) references journal.edition
);
comment on column journal.decision.household is 'of the person; - when the person is not known';
comment on column journal.decision.input is 'claim, rights and consumption as they were resolved, canonical bytes';
comment on column journal.decision.decision is 'the decision, canonical bytes';
create unique index decision_by_id on journal.decision (tenant, id);
create index decision_newest on journal.decision (tenant, position desc);
create index decision_of_person on journal.decision (tenant, person, position desc);
create index decision_by_verdict on journal.decision (tenant, verdict, position desc);
create index decision_in_order on journal.decision (tenant, transaction, position);
create unique index decision_superseded_once on journal.decision (tenant, supersedes) where supersedes is not null;

-- The idempotency keys of each client, with the hash of the body they came with.
create table journal.request (
    tenant    text not null,
    client    text not null,
    key       text not null,
    body_hash text not null,
    decision  uuid not null,
    primary key (tenant, client, key)
);

-- What is reserved, consumed, released and reversed of each limit. The sum of a key's rows is its counter.
create table journal.ledger (
    tenant      text not null,
    household   text not null,
    id          bigint generated always as identity,
    key         text not null,
    kind        text not null check (kind in ('reservation', 'consumption', 'release', 'reversal')),
    currency    text not null,
    cents       bigint not null,
    count       int not null,
    decision    uuid not null,
    cancels     bigint,
    expires_at  timestamptz,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (tenant, household, id),
    foreign key (tenant, household, cancels) references journal.ledger,
    check (case when kind in ('reservation', 'consumption') then cents >= 0 and count >= 0 and cancels is null
                else cents <= 0 and count <= 0 and cancels is not null end),
    check ((kind = 'reservation') = (expires_at is not null))
);
create index ledger_of_key on journal.ledger (tenant, household, key, recorded_at);
create index ledger_of_decision on journal.ledger (tenant, decision);
create unique index ledger_cancelled_once on journal.ledger (tenant, household, cancels) where cancels is not null;
create index ledger_expiring on journal.ledger (tenant, expires_at) where kind = 'reservation';

-- What is used of each limit, reservations included, moved in the same transaction as the ledger.
create table journal.counter (
    tenant    text not null,
    household text not null,
    key       text not null,
    currency  text not null,
    cents     bigint not null check (cents >= 0),
    count     int not null check (count >= 0),
    version   bigint not null check (version > 0),
    primary key (tenant, household, key)
);

-- How far each listener has read.
create table journal.listener (
    tenant      text not null,
    name        text not null,
    transaction xid8 not null,
    position    bigint not null,
    primary key (tenant, name)
);

create function journal.never_changes() returns trigger language plpgsql as $$
begin
    raise exception '% only grows, its rows never change', tg_table_name;
end
$$;

create trigger never_changes before update or delete on journal.source
    for each row execute function journal.never_changes();
create trigger never_changes before update or delete on journal.edition
    for each row execute function journal.never_changes();
create trigger never_changes before update or delete on journal.edition_source
    for each row execute function journal.never_changes();
create trigger never_changes before update or delete on journal.decision
    for each row execute function journal.never_changes();
create trigger never_changes before update or delete on journal.request
    for each row execute function journal.never_changes();
create trigger never_changes before update or delete on journal.ledger
    for each row execute function journal.never_changes();
