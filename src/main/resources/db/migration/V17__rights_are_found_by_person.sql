-- The constraints that keep rights from saying two things at a time are no way to find them: planned for while a table
-- is small, they were taken for it ever after, at several times the cost of rights_by_person. Written over expressions,
-- each equal to its column, no statement that asks for a person meets them.
alter table affiliation.rights
    drop constraint rights_say_one_thing_at_a_time,
    add constraint rights_say_one_thing_at_a_time exclude using gist (
        (tenant || '') with =, (household || '') with =, (enrolment || '') with =, (person || '') with =,
        daterange(first_day, last_day, '[]') with &&, tstzrange(known_from, known_to) with &&);
alter table affiliation.compulsory_rights
    drop constraint compulsory_rights_say_one_thing_at_a_time,
    add constraint compulsory_rights_say_one_thing_at_a_time exclude using gist (
        (tenant || '') with =, (person || '') with =,
        daterange(first_day, last_day, '[]') with &&, tstzrange(known_from, known_to) with &&);
