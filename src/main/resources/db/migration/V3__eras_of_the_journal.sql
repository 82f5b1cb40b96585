-- Numbers of transactions begin again when the journal is restored from a dump into another server. An era tells the
-- numbers of one server from those of the next, so that listeners go on where they were.
alter table journal.decision add column era int not null default 1;
alter table journal.decision alter column era drop default;
drop index journal.decision_in_order;
create index decision_in_order on journal.decision (tenant, era, transaction, position);

alter table journal.listener add column era int not null default 1;
alter table journal.listener alter column era drop default;
