package io.bareme.load;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.LineDecision;
import io.bareme.affiliation.Demonstration;
import io.bareme.decision.Decider;
import io.bareme.journal.Journal;
import io.bareme.journal.Position;
import io.bareme.journal.StoredDecision;
import io.bareme.tenancy.Tenancy;
import io.bareme.tenancy.TenantConnections;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of the journal when all requests of a run have been answered. */
final class Verification {

    static final String TENANT = Demonstration.TENANT;
    private static final int PAGE = 500;

    private final Journal journal;
    private final JdbcClient sql;
    private final List<String> broken = new ArrayList<>();

    Verification(HikariDataSource database) {
        this.journal = new Journal(database);
        this.sql = JdbcClient.create(TenantConnections.over(database));
    }

    /** What is not so; empty when all is well. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    /** Each answer that a client had is there, once; and there is nothing else. */
    Verification recordedOnce(Map<String, String> acknowledged) {
        Map<String, String> there = new TreeMap<>();
        Tenancy.run(
                TENANT,
                () -> sql.sql("""
                        select r.key, d.id from journal.request r
                        full join journal.decision d on d.tenant = r.tenant and d.id = r.decision
                        """).query(row -> {
                    String key = row.getString("key");
                    if (key == null || row.getString("id") == null || there.put(key, row.getString("id")) != null) {
                        broken.add("Half of a request, or twice the same: " + key + ", " + row.getString("id"));
                    }
                }));
        if (!there.equals(new TreeMap<>(acknowledged))) {
            broken.add("Answered: " + acknowledged.size() + ", recorded: " + there.size() + "; lost: "
                    + missing(acknowledged, there) + "; unasked: " + missing(there, acknowledged));
        }
        return this;
    }

    private static Set<String> missing(Map<String, String> of, Map<String, String> in) {
        Set<String> missing = new HashSet<>(of.values());
        missing.removeAll(in.values());
        return missing;
    }

    /** Each counter is the sum of its ledger, and no limit gave more than the first decision on it found. */
    Verification limitsHold() {
        long differing = Tenancy.as(TENANT, () -> sql.sql("""
                        select count(*) from journal.counter c full join (
                            select household, key, sum(cents) as cents, sum(count) as count
                            from journal.ledger group by household, key) l
                        using (household, key)
                        where c.cents is distinct from l.cents or c.count is distinct from l.count
                        """).query(Long.class).single());
        if (differing > 0) {
            broken.add(differing + " counters are not the sum of their ledger");
        }
        Map<String, Long> cents = new HashMap<>();
        Map<String, Long> counts = new HashMap<>();
        all().forEach(stored -> {
            Decision decision = stored.decision();
            decision.lines().forEach(line -> line.limits().forEach(use -> ceilings(use, cents, counts)));
        });
        Map<String, Long> usedCents = new HashMap<>();
        Map<String, Long> usedCounts = new HashMap<>();
        all().forEach(stored -> stored.decision().movements().forEach(moved -> {
            usedCents.merge(moved.key(), moved.amount().cents(), Math::addExact);
            usedCounts.merge(moved.key(), (long) moved.count(), Math::addExact);
        }));
        over("cents", usedCents, cents);
        over("units", usedCounts, counts);
        return this;
    }

    /** No case was given up because the database was away: that says nothing of the case. */
    Verification noneGivenUp() {
        long given = all().stream()
                .filter(stored -> Decider.failed(stored.decision()))
                .count();
        if (given > 0) {
            broken.add(given + " cases were referred because something failed");
        }
        return this;
    }

    private static void ceilings(LineDecision.LimitUse use, Map<String, Long> cents, Map<String, Long> counts) {
        if (use.remainingBefore() != null) {
            cents.merge(use.key(), use.remainingBefore().cents(), Math::max);
        }
        if (use.countBefore() != null) {
            counts.merge(use.key(), (long) use.countBefore(), Math::max);
        }
    }

    private void over(String what, Map<String, Long> used, Map<String, Long> ceilings) {
        ceilings.forEach((key, most) -> {
            if (used.getOrDefault(key, 0L) > most) {
                broken.add(key + ": " + used.get(key) + " " + what + " of " + most);
            }
        });
    }

    /** Every decision decided again from what was stored: the same bytes. */
    Verification replaysIdentically(Path access, int port) throws IOException {
        try (Client client = new Client(access)) {
            for (StoredDecision stored : all()) {
                String path = "/api/v1/decisions/" + stored.id() + "/replay";
                String answer = client.api(port, "POST", path, "").text();
                if (!answer.contains("\"identical\":true")) {
                    broken.add("Not the same when decided again: " + stored.id() + " " + answer);
                }
            }
        }
        return this;
    }

    /** A listener that heard all this heard every decision, each for the first time in the journal's order. */
    Verification heard(List<Position> heard) {
        List<Position> first = heard.stream().distinct().toList();
        List<Position> order = all().stream().map(StoredDecision::position).toList();
        if (!first.equals(order)) {
            broken.add(
                    "The listener heard " + first.size() + " decisions of " + order.size() + ", or in another order");
        }
        return this;
    }

    /** In the journal's order. */
    List<StoredDecision> all() {
        List<StoredDecision> all = new ArrayList<>();
        List<StoredDecision> page = journal.after(TENANT, Position.START, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = journal.after(TENANT, page.getLast().position(), PAGE);
        }
        return all;
    }
}
