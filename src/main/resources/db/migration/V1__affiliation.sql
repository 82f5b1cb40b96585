-- Contracts, members and their rights. Every row carries its tenant: the administering organisation.
-- Rows of members lead their keys with the household that holds the contract, so that they can be spread over machines.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create schema affiliation;

-- An insurer that bears the risk of contracts.
create table affiliation.carrier (
    tenant  text not null,
    id      text not null,
    name    text not null,
    country text not null check (country in ('FR', 'MA')),
    primary key (tenant, id)
);

-- A contract signed on one product, by an employer, a branch or a person.
create table affiliation.contract (
    tenant  text not null,
    id      text not null,
    carrier text not null,
    product text not null,
    name    text not null,
    primary key (tenant, id),
    foreign key (tenant, carrier) references affiliation.carrier
);

create table affiliation.household (
    tenant text not null,
    id     text not null,
    primary key (tenant, id)
);

-- A person under a pseudonymous id: all that a decision may know of them. Who they are is in identity.
create table affiliation.person (
    tenant    text not null,
    id        text not null,
    household text not null,
    born      date not null,
    primary key (tenant, id),
    foreign key (tenant, household) references affiliation.household
);

-- Who a person is; kept apart, so that it can be erased without touching decisions.
create table affiliation.identity (
    tenant     text not null,
    person     text not null,
    first_name text not null,
    last_name  text not null,
    search     text not null,
    primary key (tenant, person),
    foreign key (tenant, person) references affiliation.person
);
comment on column affiliation.identity.search is 'last and first name without accents, in lower case';
create index identity_by_name on affiliation.identity (tenant, last_name, first_name, person);
create index identity_by_words on affiliation.identity using gin (search gin_trgm_ops);

-- A household's place in a contract; its members share it, and with it the limits of the family.
create table affiliation.enrolment (
    tenant    text not null,
    household text not null,
    id        text not null,
    contract  text not null,
    since     date not null,
    primary key (tenant, household, id),
    foreign key (tenant, household) references affiliation.household,
    foreign key (tenant, contract) references affiliation.contract
);
comment on column affiliation.enrolment.since is 'contract years count from this day';

-- What a person holds under an enrolment: true from first_day to last_day, as known from known_from until known_to.
create table affiliation.rights (
    tenant     text not null,
    household  text not null,
    id         bigint generated always as identity,
    enrolment  text not null,
    person     text not null,
    first_day  date not null,
    last_day   date check (last_day >= first_day),
    known_from timestamptz not null,
    known_to   timestamptz check (known_to > known_from),
    level      text not null,
    rank       int not null check (rank between 1 and 9),
    suspended  boolean not null,
    primary key (tenant, household, id),
    foreign key (tenant, household, enrolment) references affiliation.enrolment,
    foreign key (tenant, person) references affiliation.person,
    constraint rights_say_one_thing_at_a_time exclude using gist (
        tenant with =, household with =, enrolment with =, person with =,
        daterange(first_day, last_day, '[]') with &&, tstzrange(known_from, known_to) with &&)
);
comment on column affiliation.rights.rank is 'order of payment among the contracts of the person, from 1';
create index rights_by_person on affiliation.rights (tenant, person);

-- The compulsory scheme of a person and the reasons why they bear no copayment, in the same two times.
create table affiliation.compulsory_rights (
    tenant     text not null,
    person     text not null,
    id         bigint generated always as identity,
    first_day  date not null,
    last_day   date check (last_day >= first_day),
    known_from timestamptz not null,
    known_to   timestamptz check (known_to > known_from),
    scheme     text not null,
    exemptions text[] not null,
    primary key (tenant, person, id),
    foreign key (tenant, person) references affiliation.person,
    constraint compulsory_rights_say_one_thing_at_a_time exclude using gist (
        tenant with =, person with =,
        daterange(first_day, last_day, '[]') with &&, tstzrange(known_from, known_to) with &&)
);

-- One row for each change of what is known of a person's rights: whoever holds a version holds what was known then.
create table affiliation.rights_version (
    tenant     text not null,
    person     text not null,
    version    bigint not null check (version > 0),
    known_from timestamptz not null,
    primary key (tenant, person, version),
    foreign key (tenant, person) references affiliation.person,
    unique (tenant, person, known_from)
);

-- A correction adds, never overwrites: all that may change in a row is that it is no longer what we know.
create function affiliation.only_stop_knowing() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.known_to is null and new.known_to is not null
            and to_jsonb(new) - 'known_to' = to_jsonb(old) - 'known_to' then
        return new;
    end if;
    raise exception '% is corrected by new rows, those written never change', tg_table_name;
end
$$;

create trigger only_stop_knowing before update or delete on affiliation.rights
    for each row execute function affiliation.only_stop_knowing();
create trigger only_stop_knowing before update or delete on affiliation.compulsory_rights
    for each row execute function affiliation.only_stop_knowing();
