-- Who may ask for what, and a wall between organisations: a connection sees and writes the rows of the organisation that
-- its setting bareme.tenant names, and of nobody without it, whatever its statements say.

-- The organisations that have rows, kept by triggers, for the jobs that go through all of them. Names alone: no wall.
create schema tenancy;
create table tenancy.tenant (
    tenant text primary key check (tenant <> '')
);
insert into tenancy.tenant select distinct tenant from journal.edition;

create function tenancy.has_rows() returns trigger language plpgsql as $$
begin
    insert into tenancy.tenant values (new.tenant) on conflict do nothing;
    return new;
end
$$;

create schema access;

-- A program that may ask: its secret as a hash, what it may do, how often, for whose members.
create table access.client (
    tenant      text not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    id          text not null check (id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name        text not null,
    secret_hash text not null check (secret_hash ~ '^\$2[abxy]\$'),
    operations  text[] not null,
    carriers    text[] not null default '{}',
    per_minute  int not null default 600 check (per_minute between 1 and 1000000),
    active      boolean not null default true,
    primary key (tenant, id)
);
comment on column access.client.secret_hash is 'bcrypt';
comment on column access.client.carriers is 'it asks for members who hold a contract of one of these; empty: of any';
comment on column access.client.per_minute is 'requests in a minute, all of them at once if need be';

-- The keys that sign tokens. The private half is encrypted with a key that is never here.
create table access.signing_key (
    id          text primary key,
    number      bigint generated always as identity,
    made_at     timestamptz not null,
    public_key  text not null,
    private_key bytea not null
);
comment on column access.signing_key.private_key is 'AES-256-GCM, its nonce first';

-- Tokens given out, not the tokens themselves: to whom, for what, until when.
create table access.token (
    tenant     text not null,
    id         text not null,
    client     text not null,
    operations text[] not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, client) references access.client on delete cascade
);
create index token_expiring on access.token (tenant, expires_at);

create trigger has_rows after insert on journal.edition for each row execute function tenancy.has_rows();
create trigger has_rows after insert on access.client for each row execute function tenancy.has_rows();

-- Expired reservations are looked for organisation by organisation.
drop index journal.ledger_expiring;
create index ledger_expiring on journal.ledger (tenant, expires_at) where kind = 'reservation';

-- The wall. Forced, so that it holds for a role that owns the tables as well; only a superuser passes it.
create procedure tenancy.wall(every regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', every);
    execute format('alter table %s force row level security', every);
    execute format('create policy one_tenant on %s using (tenant = current_setting(''bareme.tenant'', true)) '
        'with check (tenant = current_setting(''bareme.tenant'', true))', every);
end
$$;
comment on procedure tenancy.wall is 'call it for each table made later that has a tenant';

do $$
declare
    every regclass;
begin
    for every in
        select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
        where c.relkind = 'r' and n.nspname in ('affiliation', 'journal', 'access')
    loop
        call tenancy.wall(every);
    end loop;
end
$$;

-- The journal is read and written in a role of its own, and the service's plain role alone cannot reach it. On a server
-- where these roles were not made, whoever connects keeps the rights they had.
do $$
begin
    if exists (select from pg_roles where rolname = 'bareme_journal') then
        grant usage on schema journal, tenancy to bareme_journal;
        grant select, insert on all tables in schema journal to bareme_journal;
        grant update, delete on all tables in schema journal to bareme_journal;
        grant select, insert on tenancy.tenant to bareme_journal;
        alter default privileges in schema journal grant select, insert, update, delete on tables to bareme_journal;
        if exists (select from pg_roles where rolname = 'bareme_service') then
            revoke all on schema journal from bareme_service;
            revoke all on all tables in schema journal from bareme_service;
        end if;
    end if;
end
$$;
