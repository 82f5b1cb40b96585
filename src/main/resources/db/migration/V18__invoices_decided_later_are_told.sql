-- A decision on an invoice in the place of one that waited is told as one on an authorization is, by a kind of its own.
create or replace function journal.notice_of_decision() returns trigger language plpgsql as $$
begin
    insert into journal.notice (tenant, household, kind, decision, client, at)
    select new.tenant, new.household, lower(new.kind) || '.decided', new.id, new.client, new.recorded_at
    from journal.decision e
    where e.tenant = new.tenant and e.id = new.supersedes and e.verdict in ('REFERRED', 'INCOMPLETE')
    on conflict do nothing;
    return new;
end
$$;
drop trigger noticed on journal.decision;
create trigger noticed after insert on journal.decision
    for each row when (new.supersedes is not null and new.kind in ('AUTHORIZATION', 'INVOICE'))
    execute function journal.notice_of_decision();
