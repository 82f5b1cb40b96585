-- Invoices are listed by what people look for. Rows of before do not say on which commitment they call.
alter table journal.decision add column commitment text;
comment on column journal.decision.commitment is 'that its invoice calls on';
create index decision_of_invoices on journal.decision (tenant, position desc) where invoice is not null;
create index decision_of_clients_invoices on journal.decision (tenant, client, position desc) where invoice is not null;
create index decision_of_members_invoices on journal.decision (tenant, person, position desc) where invoice is not null;
create index decision_of_providers_invoices on journal.decision (tenant, provider, position desc)
    where invoice is not null;
create index decision_by_invoice_number on journal.decision (tenant, invoice, position desc) where invoice is not null;
create index decision_calling_on on journal.decision (tenant, commitment, position desc) where commitment is not null;
