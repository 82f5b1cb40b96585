package io.bareme.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What must follow from rows that only grow. */
public final class Derived {

    private Derived() {}

    public static long countersThatAreNotTheirLedger(JdbcClient sql) {
        return sql.sql("""
                        select count(*) from journal.counter c full join (
                            select tenant, household, key, sum(cents) as cents, sum(count) as count
                            from journal.ledger group by tenant, household, key) l
                        using (tenant, household, key)
                        where c.cents is distinct from l.cents or c.count is distinct from l.count
                        """).query(Long.class).single();
    }
}
