-- A decision in the place of one that waited is told by a notice written with it, as what becomes of a commitment is:
-- nothing that follows it comes before it, and it bears the moment of the decision.
create function journal.notice_of_decision() returns trigger language plpgsql as $$
begin
    insert into journal.notice (tenant, household, kind, decision, client, at)
    select new.tenant, new.household, 'authorization.decided', new.id, new.client, new.recorded_at
    from journal.decision e
    where e.tenant = new.tenant and e.id = new.supersedes and e.verdict in ('REFERRED', 'INCOMPLETE')
    on conflict do nothing;
    return new;
end
$$;
create trigger noticed after insert on journal.decision
    for each row when (new.supersedes is not null and new.kind = 'AUTHORIZATION')
    execute function journal.notice_of_decision();

-- Those that nobody has heard of yet; of the others there is a notice. The listener that wrote them is no more.
do $$
declare
    every text;
begin
    for every in select tenant from tenancy.tenant loop
        perform set_config('bareme.tenant', every, true);
        insert into journal.notice (tenant, household, kind, decision, client, at)
        select d.tenant, d.household, 'authorization.decided', d.id, d.client, d.recorded_at
        from journal.decision d
        join journal.decision e on e.tenant = d.tenant and e.id = d.supersedes
        where d.tenant = every and d.kind = 'AUTHORIZATION' and e.verdict in ('REFERRED', 'INCOMPLETE')
        order by d.position
        on conflict do nothing;
        delete from journal.listener where tenant = every and name = 'webhooks';
    end loop;
    perform set_config('bareme.tenant', '', true);
end
$$;
