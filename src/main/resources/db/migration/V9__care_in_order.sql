-- Care that comes to be known out of the order of its days is found by its first day. Rows of before do not say it.
alter table journal.decision add column first_care date;
comment on column journal.decision.first_care is 'the first day of care of its claim';
create index decision_of_care on journal.decision (tenant, household, first_care)
    where kind in ('INVOICE', 'REIMBURSEMENT');
