-- An invoice may come to less than what an earlier file paid for the same care: what is recovered is free again. It is a
-- row of its own, below nothing, that cancels no other; where its decision is superseded, a reversal takes it again.
-- Rows of before keep to the constraints of before, which asked more: none is looked at again.
alter table journal.ledger drop constraint ledger_kind_check;
alter table journal.ledger drop constraint ledger_check;
alter table journal.ledger
    add constraint ledger_kind_check
        check (kind in ('reservation', 'consumption', 'restitution', 'release', 'reversal')) not valid,
    add constraint ledger_check
        check (case kind
            when 'reservation' then cents >= 0 and count >= 0 and cancels is null
            when 'consumption' then cents >= 0 and count >= 0 and cancels is null
            when 'restitution' then cents <= 0 and count <= 0 and cancels is null
            when 'release' then cents <= 0 and count <= 0 and cancels is not null
            else cancels is not null end) not valid;
