package io.bareme.journal;

import io.bareme.journal.CareGiven.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions on care that was given, by the day of the care. */
final class Care {

    private static final String STANDS = """
            d.tenant = :tenant and d.kind in ('INVOICE', 'REIMBURSEMENT')
            and not exists (select from journal.decision s where s.tenant = d.tenant and s.supersedes = d.id)
            """;

    /** Of the households' people, and of others who draw on the households' limits. */
    private static final String CONCERNED = """
            (d.household = any (:households) or d.id in (
                select l.decision from journal.ledger l
                where l.tenant = :tenant and l.household = any (:households) and l.kind = 'consumption'))
            """;

    private final JdbcClient sql;
    private final Counters counters;

    Care(JdbcClient sql, Counters counters) {
        this.sql = sql;
        this.counters = counters;
    }

    /** Whether another decision stands on care that begins after a day. */
    boolean isLater(String tenant, String[] households, LocalDate day, UUID than) {
        return sql.sql("select exists (select from journal.decision d where d.first_care > :day and d.id <> :than and "
                        + STANDS + " and " + CONCERNED + ")")
                .param("tenant", tenant)
                .param("households", households)
                .param("day", day)
                .param("than", than)
                .query(Boolean.class)
                .single();
    }

    CareGiven given(String tenant, String[] households, int most) {
        List<Standing> found = new ArrayList<>(standing(tenant, households, most + 1));
        boolean more = found.size() > most;
        List<Standing> decisions = more ? found.subList(0, most) : found;
        List<OpenEntry> taken = counters.open(
                tenant, decisions.stream().map(one -> one.decision().id()).toList());
        return new CareGiven(counters.of(tenant, concerned(households, taken)), decisions, taken, more);
    }

    private static String[] concerned(String[] households, Collection<OpenEntry> taken) {
        List<String> all = new ArrayList<>(List.of(households));
        taken.forEach(row -> all.add(row.household()));
        return all.stream().distinct().toArray(String[]::new);
    }

    private List<Standing> standing(String tenant, String[] households, int most) {
        return sql.sql(Decisions.columns("""
                        , (with recursive back as (
                            select d.position, d.supersedes
                            union all
                            select p.position, p.supersedes from journal.decision p
                            join back on p.tenant = d.tenant and p.id = back.supersedes
                        ) select min(position) from back) as first
                        """) + "where " + STANDS + " and " + CONCERNED
                        + "order by d.first_care desc nulls last, d.position desc limit :most")
                .param("tenant", tenant)
                .param("households", households)
                .param("most", most)
                .query((row, number) -> new Standing(Decisions.stored(row, number), row.getLong("first")))
                .list();
    }
}
