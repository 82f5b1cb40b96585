package io.bareme.load;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.tenancy.Tenancy;
import io.bareme.tenancy.TenantConnections;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much the journal has grown, and how much was written ahead for it. */
final class Sizes {

    private final JdbcClient sql;

    Sizes(HikariDataSource database) {
        this.sql = JdbcClient.create(TenantConnections.over(database));
    }

    /**
     * At one moment.
     *
     * @param journal bytes of all tables of the journal with their indexes
     * @param rows bytes of the rows of decisions alone
     * @param log bytes ever written ahead on the server
     */
    record Size(long decisions, long journal, long rows, long log) {

        Size since(Size earlier) {
            return new Size(
                    decisions - earlier.decisions, journal - earlier.journal, rows - earlier.rows, log - earlier.log);
        }

        int bytesOfRow() {
            return (int) (rows / Math.max(1, decisions));
        }
    }

    Size now() {
        return Tenancy.as(
                Verification.TENANT,
                () -> sql.sql("""
                        select (select count(*) from journal.decision) as decisions,
                            (select sum(pg_total_relation_size(c.oid)) from pg_class c
                                join pg_namespace n on n.oid = c.relnamespace
                                where n.nspname = 'journal' and c.relkind = 'r') as journal,
                            pg_table_size('journal.decision') as rows,
                            pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as log
                        """)
                        .query((row, _) -> new Size(
                                row.getLong("decisions"),
                                row.getLong("journal"),
                                row.getLong("rows"),
                                row.getLong("log")))
                        .single());
    }

    void createDatabase(String name) {
        boolean there = sql.sql("select exists (select from pg_database where datname = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
        if (!there) {
            sql.sql("create database " + name).update();
        }
    }
}
