package io.bareme.rulebook.cases;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Shares.ContractShare;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which lines of the tables the cases reach, whatever the level. */
public final class Coverage {

    private record Reached(String product, LocalDate firstDay, String line) {}

    /**
     * One version of one table.
     *
     * @param missed the lines that no case reaches, in the table's order
     */
    public record OfTable(String product, LocalDate firstDay, int lines, List<String> missed) {}

    private Coverage() {}

    /** For each table of the edition, by product and first day. */
    public static List<OfTable> of(Edition edition, Collection<CaseOutcome> outcomes) {
        Set<Reached> reached = new HashSet<>();
        for (CaseOutcome outcome : outcomes) {
            if (outcome.decision() != null) {
                reach(edition, outcome.worked(), outcome.decision(), reached);
            }
        }
        List<OfTable> tables = new ArrayList<>();
        for (String product : new TreeSet<>(edition.tables().keySet())) {
            for (GuaranteeTable table : edition.tables().getOrDefault(product, List.of())) {
                tables.add(ofTable(table, reached));
            }
        }
        return tables;
    }

    private static void reach(Edition edition, WorkedCase worked, Decision decision, Set<Reached> reached) {
        for (LineDecision line : decision.lines()) {
            LocalDate day = worked.claim().lines().get(line.number() - 1).date();
            for (ContractShare share : line.shares().contracts()) {
                GuaranteeTable table = edition.table(share.product(), day);
                if (table != null && share.line() != null) {
                    reached.add(new Reached(table.product(), table.validity().first(), share.line()));
                }
            }
        }
    }

    private static OfTable ofTable(GuaranteeTable table, Set<Reached> reached) {
        LocalDate first = table.validity().first();
        List<String> lines = table.levels().values().stream()
                .flatMap(level -> level.guarantees().stream())
                .map(Guarantee::line)
                .distinct()
                .toList();
        List<String> missed = lines.stream()
                .filter(line -> !reached.contains(new Reached(table.product(), first, line)))
                .toList();
        return new OfTable(table.product(), first, lines.size(), missed);
    }
}
