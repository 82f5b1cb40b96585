package io.bareme.journal;

import io.bareme.adjudication.Claim;
import io.bareme.journal.CareGiven.Standing;
import io.bareme.tenancy.Tenancy;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Decisions on care that was given, by the day of the care. */
public final class Care {

    private static final String STANDS = """
            d.tenant = :tenant and d.kind in ('INVOICE', 'REIMBURSEMENT')
            and not exists (select from journal.decision s where s.tenant = d.tenant and s.supersedes = d.id)
            """;

    /** Of the households' people, and of others who draw on the households' limits. */
    private static final String CONCERNED = """
            join (
                select h.id as known from journal.decision h
                where h.tenant = :tenant and h.household = any (:households) and h.kind in ('INVOICE', 'REIMBURSEMENT')
                union
                select l.decision from journal.ledger l
                where l.tenant = :tenant and l.household = any (:households)
                and l.kind in ('consumption', 'restitution')
            ) concerned on concerned.known = d.id
            """;

    private final JdbcClient sql;
    private final Counters counters;
    private final TransactionTemplate oneMoment;

    /** @param oneMoment in which everything is read as it was at its beginning */
    Care(JdbcClient sql, Counters counters, TransactionTemplate oneMoment) {
        this.sql = sql;
        this.counters = counters;
        this.oneMoment = oneMoment;
    }

    /**
     * Whether a decision stood, in these households, on care that begins after a day.
     *
     * @param before when a decision of that place was recorded: the same whenever it is asked
     */
    public boolean isLater(String tenant, Collection<String> households, LocalDate day, Position before) {
        return Tenancy.as(tenant, () -> later(tenant, households.toArray(String[]::new), day, before));
    }

    private boolean later(String tenant, String[] households, LocalDate day, Position before) {
        return sql.sql("select exists (select from journal.decision d " + CONCERNED + """
                        where d.tenant = :tenant and d.kind in ('INVOICE', 'REIMBURSEMENT')
                        and d.first_care > :day and d.position < :before
                        and not exists (
                            select from journal.decision s
                            where s.tenant = d.tenant and s.supersedes = d.id and s.position <= :before))
                        """)
                .param("tenant", tenant)
                .param("households", households)
                .param("day", day)
                .param("before", before.number())
                .query(Boolean.class)
                .single();
    }

    /** Decisions that stand on invoices of that care, of one person at one professional, about its days; first to last. */
    public List<StoredDecision> invoicedAbout(String tenant, Claim claim) {
        return Tenancy.as(
                tenant,
                () -> invoiced(tenant, claim.person(), claim.provider().id(), claim.firstCare(), claim.lastCare()));
    }

    private List<StoredDecision> invoiced(
            String tenant, String person, String provider, LocalDate first, LocalDate last) {
        return sql.sql(Decisions.columns("") + """
                        where d.tenant = :tenant and d.person = :person and d.provider = :provider
                        and d.invoice is not null and d.last_care >= :first and d.first_care <= :last
                        and not exists (
                            select from journal.decision s where s.tenant = d.tenant and s.supersedes = d.id)
                        order by d.position
                        """)
                .param("tenant", tenant)
                .param("person", person)
                .param("provider", provider)
                .param("first", first)
                .param("last", last)
                .query(Decisions::stored)
                .list();
    }

    /** What was told of a decision; empty when its care came in order, or nobody has looked at it yet. */
    public Optional<OutOfOrder> told(String tenant, UUID decision) {
        return Tenancy.as(tenant, () -> find(tenant, decision));
    }

    private Optional<OutOfOrder> find(String tenant, UUID decision) {
        return sql.sql("""
                        select decisions, currency, net_cents, files from journal.out_of_order
                        where tenant = :tenant and decision = :decision
                        """)
                .param("tenant", tenant)
                .param("decision", decision)
                .query((row, _) -> new OutOfOrder(
                        row.getInt("decisions"),
                        new Money(row.getLong("net_cents"), Currency.valueOf(row.getString("currency"))),
                        row.getInt("files")))
                .optional();
    }

    /** Writes down what is told of a decision, once: what was told stands. */
    public void tell(String tenant, UUID decision, OutOfOrder found) {
        Tenancy.run(tenant, () -> write(tenant, decision, found));
    }

    private void write(String tenant, UUID decision, OutOfOrder found) {
        sql.sql("""
                        insert into journal.out_of_order
                            (tenant, household, decision, decisions, currency, net_cents, files)
                        select tenant, household, id, :decisions, :currency, :net, :files from journal.decision
                        where tenant = :tenant and id = :decision
                        on conflict do nothing
                        """)
                .param("tenant", tenant)
                .param("decision", decision)
                .param("decisions", found.decisions())
                .param("currency", found.net().currency().name())
                .param("net", found.net().cents())
                .param("files", found.files())
                .update();
    }

    /**
     * What stands of the care given in these households, read at one moment.
     *
     * @param most decisions, those on the latest care
     */
    public CareGiven given(String tenant, Collection<String> households, int most) {
        return Tenancy.as(tenant, () -> oneMoment.execute(_ -> given(tenant, households.toArray(String[]::new), most)));
    }

    private CareGiven given(String tenant, String[] households, int most) {
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
                        """) + CONCERNED + "where " + STANDS
                        + "order by d.first_care desc nulls last, d.position desc limit :most")
                .param("tenant", tenant)
                .param("households", households)
                .param("most", most)
                .query((row, number) -> new Standing(Decisions.stored(row, number), row.getLong("first")))
                .list();
    }
}
