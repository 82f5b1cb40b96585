-- What the answer to an invoice told of care out of order: the same whenever the request is sent again.
create table journal.out_of_order (
    tenant    text not null,
    household text not null,
    decision  uuid not null,
    decisions int not null check (decisions > 0),
    currency  text not null,
    net_cents bigint not null,
    primary key (tenant, household, decision)
);
comment on column journal.out_of_order.decisions is 'how many would come out otherwise in the order of the days of care';
comment on column journal.out_of_order.net_cents is 'what contracts would pay more in all';
create unique index out_of_order_by_decision on journal.out_of_order (tenant, decision);
create trigger never_changes before update or delete on journal.out_of_order
    for each row execute function journal.never_changes();
call tenancy.wall('journal.out_of_order');
