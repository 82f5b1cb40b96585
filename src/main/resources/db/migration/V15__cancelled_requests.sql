-- A request that waited for a person, or for what was missing, cancelled by who asked for it. Nothing takes its place any
-- more: whoever cancels it and whoever records a decision in its place take the same lock, and the second finds the first.
create table journal.cancelled_request (
    tenant    text not null,
    household text not null,
    decision  uuid not null,
    client    text not null,
    reason    text not null check (length(reason) between 1 and 200),
    at        timestamptz not null,
    primary key (tenant, household, decision)
);
comment on column journal.cancelled_request.reason is 'in the words of who asked';
create unique index cancelled_request_by_decision on journal.cancelled_request (tenant, decision);
create trigger never_changes before update or delete on journal.cancelled_request
    for each row execute function journal.never_changes();
call tenancy.wall('journal.cancelled_request');

comment on column journal.request.change is 'version of the commitment that it changed; 0 where it cancelled what waited';

create procedure journal.take_place(of_tenant text, of_decision uuid) language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(of_tenant || ' place ' || of_decision, 0));
end
$$;

create function journal.still_asked_for() returns trigger language plpgsql as $$
begin
    call journal.take_place(new.tenant, new.supersedes);
    if exists (
            select from journal.cancelled_request c where c.tenant = new.tenant and c.decision = new.supersedes) then
        raise exception 'The request % was cancelled', new.supersedes using errcode = 'unique_violation';
    end if;
    return new;
end
$$;
create trigger still_asked_for before insert on journal.decision
    for each row when (new.supersedes is not null) execute function journal.still_asked_for();
