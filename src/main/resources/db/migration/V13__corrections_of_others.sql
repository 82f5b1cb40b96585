-- A correction belongs to the client that sent what it corrects, whoever made it.
alter table journal.decision add column corrected_by text;
comment on column journal.decision.corrected_by is 'the client that made it, where another one sent what it corrects';
