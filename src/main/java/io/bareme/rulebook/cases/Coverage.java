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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which lines of the tables the cases reach, and which of the different cells of a line. */
public final class Coverage {

    private record Reached(String product, LocalDate firstDay, String level, String line) {}

    /**
     * One version of one table.
     *
     * @param missed the lines that no case reaches at any level, in the table's order
     * @param missedCells of the lines reached, the cells whose words no case reaches at any level that has them
     */
    public record OfTable(String product, LocalDate firstDay, int lines, List<String> missed, List<Cell> missedCells) {}

    /** A cell of a table; of several with the same words in one line, the first. */
    public record Cell(String line, String level) {}

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
                    reached.add(new Reached(table.product(), table.validity().first(), share.level(), share.line()));
                }
            }
        }
    }

    private static OfTable ofTable(GuaranteeTable table, Set<Reached> reached) {
        LocalDate first = table.validity().first();
        Map<String, Map<String, List<Cell>>> lines = byWords(table);
        List<String> missed = new ArrayList<>();
        List<Cell> missedCells = new ArrayList<>();
        lines.forEach((line, words) -> {
            List<Cell> unreached = words.values().stream()
                    .filter(cells -> cells.stream()
                            .noneMatch(cell ->
                                    reached.contains(new Reached(table.product(), first, cell.level(), cell.line()))))
                    .map(List::getFirst)
                    .toList();
            if (unreached.size() == words.size()) {
                missed.add(line);
            } else {
                missedCells.addAll(unreached);
            }
        });
        return new OfTable(table.product(), first, lines.size(), missed, missedCells);
    }

    /** The cells of each line, those of the same words together, in the table's order. */
    private static Map<String, Map<String, List<Cell>>> byWords(GuaranteeTable table) {
        Map<String, Map<String, List<Cell>>> lines = new LinkedHashMap<>();
        for (GuaranteeTable.Level level : table.levels().values()) {
            for (Guarantee cell : level.guarantees()) {
                lines.computeIfAbsent(cell.line(), unused -> new LinkedHashMap<>())
                        .computeIfAbsent(cell.wording(), unused -> new ArrayList<>())
                        .add(new Cell(cell.line(), level.id()));
            }
        }
        return lines;
    }
}
