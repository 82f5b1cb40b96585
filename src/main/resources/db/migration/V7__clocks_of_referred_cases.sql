-- How long referred cases have waited for a person. When a case was referred, and when it was settled, the journal says;
-- here is what happens in between, and which cases wait now.
create schema clock;

-- A clock stops for a named piece and goes on when it has come. Rows are added, never changed.
create table clock.event (
    tenant    text not null,
    household text not null,
    decision  uuid not null,
    number    int not null check (number > 0),
    kind      text not null check (kind in ('paused', 'resumed')),
    piece     text not null check (length(piece) between 1 and 200),
    at        timestamptz not null,
    client    text not null,
    key       text not null,
    body_hash text not null,
    primary key (tenant, household, decision, number)
);
comment on column clock.event.client is 'who told it, with its idempotency key and the hash of what it sent';
create unique index event_told_once on clock.event (tenant, client, key);

create function clock.never_changes() returns trigger language plpgsql as $$
begin
    raise exception '% only grows, its rows never change', tg_table_name;
end
$$;
create trigger never_changes before update or delete on clock.event
    for each row execute function clock.never_changes();

-- Cases that wait for a person, one row each until they are settled: a projection of the journal and of the events.
create table clock.waiting (
    tenant    text not null,
    household text not null,
    decision  uuid not null,
    class     text not null check (class in ('hour', 'day')),
    deadline  timestamptz,
    next_at   timestamptz,
    told      int not null default 0 check (told between 0 and 100),
    primary key (tenant, household, decision)
);
comment on column clock.waiting.deadline is 'null while the clock is stopped for a piece';
comment on column clock.waiting.next_at is 'when the next warning is due; null while the clock is stopped, and when all were given';
comment on column clock.waiting.told is 'percent of the time of the last warning given';
create index waiting_by_deadline on clock.waiting (tenant, deadline) where deadline is not null;
create index waiting_for_warning on clock.waiting (tenant, next_at) where next_at is not null;
create unique index waiting_by_decision on clock.waiting (tenant, decision);

-- Decisions that need a person, or were made in the place of an earlier one: the few that clocks listen to.
create index decision_in_order_of_people on journal.decision (tenant, era, transaction, position)
    where verdict = 'REFERRED' or supersedes is not null;

call tenancy.wall('clock.event');
call tenancy.wall('clock.waiting');
