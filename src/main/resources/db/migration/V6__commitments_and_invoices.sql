-- What an authorization promises, and what becomes of the promise. A commitment's own row says what was promised; what
-- happened to it since are events, which only grow. Its status, last day and version are what its events come to, kept
-- beside it as a counter is kept beside its ledger, and checked in the commit like a counter's.
create table journal.commitment (
    tenant         text not null,
    household      text not null,
    number         text not null check (number ~ '^A[0-9]{2}[2-9A-HJ-NP-TV-Z]{9}$'),
    decision       uuid not null,
    position       bigint not null,
    person         text not null,
    client         text not null,
    first_day      date not null,
    promised_until date not null check (promised_until >= first_day),
    made_at        timestamptz not null,
    status         text not null check (status in ('valid', 'used', 'used-up', 'expired', 'cancelled', 'replaced')),
    last_day       date not null,
    expires_at     timestamptz not null,
    version        bigint not null check (version > 0),
    primary key (tenant, household, number)
);
comment on column journal.commitment.number is 'for people to read out: the last sign checks the others';
comment on column journal.commitment.decision is 'the authorization that it stands on';
comment on column journal.commitment.position is 'of that decision';
create unique index commitment_by_number on journal.commitment (tenant, number);
create unique index commitment_by_decision on journal.commitment (tenant, decision);
create index commitment_by_status on journal.commitment (tenant, status, position desc);
create index commitment_expiring on journal.commitment (tenant, expires_at) where status in ('valid', 'used');

create table journal.commitment_event (
    tenant      text not null,
    household   text not null,
    commitment  text not null,
    version     bigint not null check (version > 1),
    position    bigint generated always as identity,
    transaction xid8 not null default pg_current_xact_id(),
    era         int not null,
    kind        text not null check (
        kind in ('extended', 'used', 'used-up', 'returned', 'expired', 'cancelled', 'replaced')),
    status      text not null,
    last_day    date not null,
    decision    uuid,
    client      text,
    reason      text,
    happened_at timestamptz not null default clock_timestamp(),
    primary key (tenant, household, commitment, version),
    foreign key (tenant, household, commitment) references journal.commitment
);
comment on column journal.commitment_event.version is 'of the commitment after it; 1 is its making';
comment on column journal.commitment_event.decision is 'that it came with: the invoice, the replacement';
create index commitment_event_in_order on journal.commitment_event (tenant, era, transaction, position);

-- Which line of an invoice was met by which line of a commitment. One of a decision that was superseded counts no more.
create table journal.commitment_use (
    tenant        text not null,
    household     text not null,
    id            bigint generated always as identity,
    commitment    text not null,
    line          smallint not null,
    decision      uuid not null,
    decision_line smallint not null,
    quantity      int not null check (quantity > 0),
    cents         bigint not null check (cents >= 0),
    primary key (tenant, household, id),
    foreign key (tenant, household, commitment) references journal.commitment
);
comment on column journal.commitment_use.cents is 'what complementary contracts paid of the promise';
create index commitment_use_of on journal.commitment_use (tenant, household, commitment);
create index commitment_use_by on journal.commitment_use (tenant, decision);

-- What a ledger row is for: the line of the decision. Rows of before say nothing.
alter table journal.ledger add column line smallint;

-- A professional's invoice is recorded once under its number; a correction of it supersedes it.
alter table journal.decision add column provider text, add column invoice text;
create unique index decision_of_invoice on journal.decision (tenant, provider, invoice)
    where invoice is not null and supersedes is null;
create index decision_of_client on journal.decision (tenant, client, position desc);

-- A request that changed a commitment and decided nothing: its answer is the commitment as of that version.
alter table journal.request add column change bigint;

create function journal.promise_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.version = old.version + 1
            and to_jsonb(new) - array['status', 'last_day', 'expires_at', 'version']
                = to_jsonb(old) - array['status', 'last_day', 'expires_at', 'version'] then
        return new;
    end if;
    raise exception 'A commitment stands as it was made, only what its events come to changes';
end
$$;
create trigger promise_stands before update or delete on journal.commitment
    for each row execute function journal.promise_stands();
create trigger never_changes before update or delete on journal.commitment_event
    for each row execute function journal.never_changes();
create trigger never_changes before update or delete on journal.commitment_use
    for each row execute function journal.never_changes();

call tenancy.wall('journal.commitment');
call tenancy.wall('journal.commitment_event');
call tenancy.wall('journal.commitment_use');
