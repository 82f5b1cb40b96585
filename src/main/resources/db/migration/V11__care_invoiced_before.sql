-- Care that is invoiced again is found by its person, its professional and its days. Rows of before do not say the last.
alter table journal.decision add column last_care date;
comment on column journal.decision.last_care is 'the last day of care of its claim';
create index decision_of_care_invoiced on journal.decision (tenant, person, provider, last_care)
    where invoice is not null;
