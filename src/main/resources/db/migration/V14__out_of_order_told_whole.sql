-- What was looked at is written down even where nothing would change: a service that dies between a decision and what it
-- tells of it leaves no row, and the next who asks does it then. Files that stay as they are are counted too.
alter table journal.out_of_order drop constraint out_of_order_decisions_check;
alter table journal.out_of_order
    add check (decisions >= 0),
    add column files int not null default 0 check (files >= 0);
comment on column journal.out_of_order.decisions is 'how many would come out otherwise in the order of the days of care, or none';
comment on column journal.out_of_order.files is 'of Moroccan complementary contracts, on care from that day on: they are not put in order';
