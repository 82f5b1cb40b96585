-- What is due is chosen for each address by itself, so that what fails for one delays nothing for another.
create index delivery_due_there on notification.delivery (tenant, webhook, next_at, position) where state = 'waiting';
drop index notification.delivery_due;
