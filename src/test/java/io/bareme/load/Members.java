package io.bareme.load;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.tenancy.Tenancy;
import io.bareme.tenancy.TenantConnections;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who do not exist, as many as wanted, each a household of one under a contract of the demonstration. */
final class Members {

    private static final String SQL = """
            insert into affiliation.household (tenant, id)
                select :tenant, 'LOAD-F' || n from generate_series(:from, :to) n;
            insert into affiliation.person (tenant, id, household, born)
                select :tenant, 'LOAD-' || n, 'LOAD-F' || n, date '1960-01-01' + cast(n % 15000 as int) from generate_series(:from, :to) n;
            insert into affiliation.rights_version (tenant, person, version, known_from)
                select :tenant, 'LOAD-' || n, 1, timestamptz '2020-01-01' from generate_series(:from, :to) n;
            insert into affiliation.enrolment (tenant, household, id, contract, since)
                select :tenant, 'LOAD-F' || n, 'LOAD-E' || n, 'FR-C01', date '2020-01-01'
                from generate_series(:from, :to) n;
            insert into affiliation.rights
                    (tenant, household, enrolment, person, first_day, known_from, level, rank, suspended)
                select :tenant, 'LOAD-F' || n, 'LOAD-E' || n, 'LOAD-' || n, date '2020-01-01', timestamptz '2020-01-01',
                    'niveau-2', 1, false
                from generate_series(:from, :to) n;
            insert into affiliation.compulsory_rights (tenant, person, first_day, known_from, scheme, exemptions)
                select :tenant, 'LOAD-' || n, date '1990-01-01', timestamptz '2020-01-01', 'fr-general', '{}'
                from generate_series(:from, :to) n
            """;

    private Members() {}

    /** Members {@code LOAD-1} to {@code LOAD-number}; those that are there stay. */
    static void fill(HikariDataSource database, int number) {
        JdbcClient sql = JdbcClient.create(TenantConnections.over(database));
        Tenancy.run(Verification.TENANT, () -> {
            long there = sql.sql("select count(*) from affiliation.person where id like 'LOAD-%'")
                    .query(Long.class)
                    .single();
            if (there < number) {
                for (String statement : SQL.split(";\n")) {
                    sql.sql(statement)
                            .param("tenant", Verification.TENANT)
                            .param("from", there + 1)
                            .param("to", number)
                            .update();
                }
                sql.sql("analyze").update();
            }
            sql.sql("update access.client set per_minute = 1000000").update();
        });
    }

    static String name(int number) {
        return "LOAD-" + number;
    }
}
