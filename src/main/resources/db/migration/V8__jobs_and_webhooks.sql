-- What services on one database do by themselves, from time to time, one of them at a time (db-scheduler's table). Jobs
-- belong to nobody: no tenant, no wall.
create schema schedule;
create table schedule.task (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index task_due on schedule.task (execution_time);
create index task_heartbeat on schedule.task (last_heartbeat);

-- Up to which moment a job has done its work.
create table schedule.place (
    job     text primary key,
    reached timestamptz not null
);

-- What clients' programs are to be told of decisions made before: written with what happened, passed on later.
create table journal.notice (
    tenant    text not null,
    household text not null,
    id        uuid not null default uuidv7(),
    position  bigint generated always as identity,
    kind      text not null,
    decision  uuid not null,
    client    text not null,
    detail    text not null default '',
    at        timestamptz not null default clock_timestamp(),
    passed_at timestamptz,
    primary key (tenant, household, id)
);
comment on column journal.notice.client is 'who asked for the decision';
comment on column journal.notice.passed_at is 'when it was written down for each of the client''s addresses';
create unique index notice_told_once on journal.notice (tenant, decision, kind, detail);
create index notice_to_pass_on on journal.notice (tenant, position) where passed_at is null;
call tenancy.wall('journal.notice');

create function journal.notice_of_commitment() returns trigger language plpgsql as $$
begin
    insert into journal.notice (tenant, household, kind, decision, client, detail)
    select c.tenant, c.household, 'commitment.' || new.kind, c.decision, c.client, new.version
    from journal.commitment c
    where c.tenant = new.tenant and c.household = new.household and c.number = new.commitment
    on conflict do nothing;
    return new;
end
$$;
create trigger noticed after insert on journal.commitment_event
    for each row execute function journal.notice_of_commitment();

create schema notification;

-- Where a client's program is told of events.
create table notification.webhook (
    tenant  text not null,
    id      uuid not null default uuidv7(),
    client  text not null,
    url     text not null check (length(url) between 1 and 2000),
    events  text[] not null,
    secret  bytea not null,
    made_at timestamptz not null,
    gone_at timestamptz,
    key     text not null,
    body_hash text not null,
    primary key (tenant, id)
);
comment on column notification.webhook.secret is 'AES-256-GCM under the master key, its nonce first';
comment on column notification.webhook.key is 'the idempotency key it was made with';
create unique index webhook_made_once on notification.webhook (tenant, client, key);
create index webhook_of_client on notification.webhook (tenant, client, id) where gone_at is null;

-- One message for one address. Tried until it is taken, or given up.
create table notification.delivery (
    tenant    text not null,
    id        uuid not null default uuidv7(),
    position  bigint generated always as identity,
    webhook   uuid not null,
    notice    uuid not null,
    decision  uuid not null,
    kind      text not null,
    body      text not null,
    state     text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
    tries     int not null default 0,
    next_at   timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, webhook) references notification.webhook
);
create unique index delivery_once on notification.delivery (tenant, webhook, notice);
create index delivery_due on notification.delivery (tenant, next_at) where state = 'waiting';
create index delivery_in_order on notification.delivery (tenant, webhook, decision, position) where state = 'waiting';
create index delivery_dead on notification.delivery (tenant, webhook, position) where state = 'dead';

-- Each try, and what came of it.
create table notification.attempt (
    tenant   text not null,
    delivery uuid not null,
    number   int not null,
    at       timestamptz not null,
    status   int,
    failure  text,
    primary key (tenant, delivery, number),
    foreign key (tenant, delivery) references notification.delivery on delete cascade
);
comment on column notification.attempt.status is 'of HTTP; null where no answer came, and failure says why';

call tenancy.wall('notification.webhook');
call tenancy.wall('notification.delivery');
call tenancy.wall('notification.attempt');
