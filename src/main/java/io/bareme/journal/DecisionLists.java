package io.bareme.journal;

import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Verdict;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions as lists show them, by what is asked for of them. */
final class DecisionLists {

    private static final String OF_COMMITMENTS = """
            join journal.commitment c
                on c.tenant = d.tenant and c.household = d.household and c.decision = d.id and c.tenant = :tenant
            """;

    /** Ids bear the moment at which they were made. */
    private static final String FIRST_SINCE =
            "select position from journal.decision where tenant = :tenant and id >= :%s order by id limit 1";

    private final JdbcClient sql;

    DecisionLists(JdbcClient sql) {
        this.sql = sql;
    }

    /** By the index of what is asked for most narrowly; of days, between the first decision of each end. */
    List<ListedDecision> list(String tenant, Search search, int size) {
        Conditions where = new Conditions(tenant, search);
        return sql.sql("""
                        select d.id, d.position, d.person, d.kind, d.verdict, d.currency, d.charge_cents,
                            d.complementary_cents, d.recorded_at, d.provider, d.invoice, d.commitment, d.supersedes,
                            (select later.id from journal.decision later
                                where later.tenant = d.tenant and later.supersedes = d.id) as superseded_by
                        from journal.decision d %s
                        where %s order by %s desc limit :size
                        """.formatted(search.status() == null ? "" : OF_COMMITMENTS, where.text(), where.place))
                .params(where.parameters)
                .param("size", size)
                .query(DecisionLists::listed)
                .list();
    }

    /** What is asked for. */
    private static final class Conditions {

        /** A decision's in the order of the list, which is that of the index. */
        private final String place;

        private final List<String> conditions = new ArrayList<>(List.of("d.tenant = :tenant"));
        private final Map<String, Object> parameters = new HashMap<>();

        Conditions(String tenant, Search search) {
            parameters.put("tenant", tenant);
            place = search.status() == null ? "d.position" : "c.position";
            and("d.person = :person", "person", search.person());
            and("d.client = :client", "client", search.client());
            and("d.verdict = :verdict", "verdict", name(search.verdict()));
            and("d.kind = :kind", "kind", name(search.kind()));
            and(
                    "c.status = :status",
                    "status",
                    search.status() == null ? null : search.status().word());
            and(place + " < :olderThan", "olderThan", search.olderThan());
            if (search.billed() != null) {
                invoices(search.billed());
            }
            if (search.from() != null) {
                since(search.from());
            }
            if (search.before() != null) {
                before(search.before());
            }
        }

        private void invoices(Billed billed) {
            conditions.add("d.invoice is not null");
            and("d.provider = :provider", "provider", billed.provider());
            and("d.invoice = :number", "number", billed.number());
            and("d.commitment = :commitment", "commitment", billed.commitment());
        }

        private void since(Instant first) {
            and("d.recorded_at >= :from", "from", Moments.of(first));
            and(place + " >= (" + FIRST_SINCE.formatted("firstId") + ")", "firstId", Moments.idBefore(first));
        }

        private void before(Instant end) {
            and("d.recorded_at < :before", "before", Moments.of(end));
            and(
                    place + " < coalesce((" + FIRST_SINCE.formatted("lastId") + "), 9223372036854775807)",
                    "lastId",
                    Moments.idAfter(end));
        }

        private void and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.put(name, value);
            }
        }

        private static @Nullable String name(@Nullable Enum<?> word) {
            return word == null ? null : word.name();
        }

        String text() {
            return String.join(" and ", conditions);
        }
    }

    private static ListedDecision listed(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.valueOf(row.getString("currency"));
        return new ListedDecision(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                row.getString("person"),
                ClaimKind.valueOf(row.getString("kind")),
                Verdict.valueOf(row.getString("verdict")),
                new Money(row.getLong("charge_cents"), currency),
                new Money(row.getLong("complementary_cents"), currency),
                Moments.in(row, "recorded_at"),
                billed(row),
                row.getObject("supersedes", UUID.class),
                row.getObject("superseded_by", UUID.class));
    }

    private static @Nullable Billed billed(ResultSet row) throws SQLException {
        String number = row.getString("invoice");
        return number == null ? null : new Billed(row.getString("provider"), number, row.getString("commitment"));
    }
}
