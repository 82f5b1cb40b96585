package io.bareme.rulebook.files;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.ConditionsOfFormula;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable.Level;
import io.bareme.guarantee.HeaderReadings.Dash;
import io.bareme.values.Currency;
import io.bareme.values.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code grid.csv}: {@code line,section,poste,families,conditions} and one column for each level of the fiche.
 * A cell holds the wording exactly as printed; {@code -} reads as the fiche says, as nothing or as the cell of the first
 * level. Several families or conditions stand between semicolons. At most {@value #MOST_ROWS} rows.
 */
final class GridReader {

    static final List<String> FIXED = List.of("line", "section", "poste", "families", "conditions");

    private static final int MOST_ROWS = 5_000;
    private static final Pattern LINE = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");
    private static final Set<String> DASHES = Set.of("-", "–", "—");
    private static final Map<String, Condition> CONDITIONS = Words.of(Condition.values(), Condition::word);

    private final String file;
    private final Product product;
    private final Set<String> families;
    private final Wordings wordings;
    private final Problems problems;
    private final Map<String, String> rowOfLine = new HashMap<>();
    private final Map<Promise, String> rowOfPromise = new HashMap<>();
    private final Map<String, List<Guarantee>> cells = new LinkedHashMap<>();

    GridReader(String file, Product product, Set<String> families, Wordings wordings, Problems problems) {
        this.file = file;
        this.product = product;
        this.families = families;
        this.wordings = wordings;
        this.problems = problems;
        product.levels().forEach(level -> cells.put(level.id(), new ArrayList<>()));
    }

    /** The cells of each level; only whole when no problem was reported. */
    Map<String, Level> read(String text) {
        CsvSheet sheet = CsvSheet.read(file, text, MOST_ROWS, problems);
        List<String> columns = new ArrayList<>(FIXED);
        columns.addAll(cells.keySet());
        if (sheet != null && sheet.hasColumns(columns, List.of(), problems)) {
            if (sheet.rows().isEmpty()) {
                problems.add(file, "", "", "the grid has no row", "one row or more under the header", null);
            }
            sheet.rows().forEach(this::row);
        }
        Map<String, Level> levels = new LinkedHashMap<>();
        for (Product.LevelName name : product.levels()) {
            levels.put(
                    name.id(),
                    new Level(
                            name.id(),
                            name.label(),
                            cells.getOrDefault(name.id(), List.of()),
                            product.shared().limitsOf(name.id()),
                            product.shared().deductiblesOf(name.id())));
        }
        return levels;
    }

    /** The names of all lines, once they are read. */
    Set<String> lines() {
        return rowOfLine.keySet();
    }

    private void row(CsvSheet.Row row) {
        checkLine(row);
        Set<String> ofFamilies = families(row);
        Set<Condition> conditions = conditions(row);
        refuseSecondPromise(row, ofFamilies, conditions);
        if (product.table().networks().isEmpty() && ConditionsOfFormula.nameNetworks(conditions)) {
            refuseNetworks(row, "conditions");
        }
        Formula first = null;
        for (Product.LevelName level : product.levels()) {
            Formula formula = formula(row, level.id(), first);
            first = first == null ? formula : first;
            refuseNetworksOfNobody(row, level.id(), formula);
            if (formula != null) {
                cells.computeIfAbsent(level.id(), _ -> new ArrayList<>())
                        .add(guarantee(row, level.id(), ofFamilies, conditions, formula));
            }
        }
    }

    /** A wording that speaks of networks means nothing under a contract that belongs to none. */
    private void refuseNetworksOfNobody(CsvSheet.Row row, String level, @Nullable Formula formula) {
        if (formula != null
                && product.table().networks().isEmpty()
                && ConditionsOfFormula.nameNetworks(ConditionsOfFormula.of(formula))) {
            refuseNetworks(row, level);
        }
    }

    private void refuseNetworks(CsvSheet.Row row, String column) {
        refuse(
                row,
                column,
                "the line speaks of care networks, and the contract belongs to none",
                "\"networks: [kalixia]\" in " + TableFolder.FICHE + ", with the contract's own",
                null);
    }

    private Guarantee guarantee(
            CsvSheet.Row row, String level, Set<String> ofFamilies, Set<Condition> conditions, Formula formula) {
        Source source = new Source(file, row.place(level), product.reference(), product.confidence());
        return new Guarantee(
                row.cell("line"),
                row.cell("section"),
                row.cell("poste"),
                ofFamilies,
                conditions,
                row.cell(level),
                formula,
                source);
    }

    private void checkLine(CsvSheet.Row row) {
        String line = row.cell("line");
        if (!LINE.matcher(line).matches()) {
            Mangled mangled = Mangled.of(line);
            refuse(
                    row,
                    "line",
                    "this is no name of a line",
                    "small letters, digits and \"-\"",
                    mangled == null ? null : mangled.maybe());
            return;
        }
        String above = rowOfLine.putIfAbsent(line, row.place());
        if (above != null) {
            refuse(row, "line", "this line already stands in " + above, "each line once", null);
        }
        if (row.cell("poste").isEmpty()) {
            refuse(row, "poste", "the cell is empty", "the line's words, as printed", null);
        }
    }

    private Set<String> families(CsvSheet.Row row) {
        Set<String> found = new LinkedHashSet<>();
        for (String family : split(row.cell("families"))) {
            if (!families.contains(family) && !problems.concern(FamiliesReader.FILE)) {
                problems.add(
                        file,
                        row.place("families"),
                        family,
                        "unknown family",
                        "a family of " + FamiliesReader.FILE,
                        Nearest.to(family, families));
            }
            found.add(family);
        }
        if (found.isEmpty()) {
            refuse(row, "families", "the cell is empty", "one family of " + FamiliesReader.FILE + " or more", null);
        }
        return found;
    }

    private Set<Condition> conditions(CsvSheet.Row row) {
        Set<Condition> found = new HashSet<>();
        for (String word : split(row.cell("conditions"))) {
            Condition condition = CONDITIONS.get(word);
            if (condition == null) {
                problems.add(
                        file,
                        row.place("conditions"),
                        word,
                        "unknown condition",
                        Fields.oneOf(CONDITIONS.keySet()),
                        Nearest.to(word, CONDITIONS.keySet()));
            } else {
                refuseForeign(row, word, condition);
                found.add(condition);
            }
        }
        return found;
    }

    /** A condition that no care of the table's country can answer to would have its line never apply. */
    private void refuseForeign(CsvSheet.Row row, String word, Condition condition) {
        if (condition.isFrench() && product.table().currency() == Currency.MAD) {
            problems.add(
                    file,
                    row.place("conditions"),
                    word,
                    "a condition of France, and the table is of Morocco",
                    Fields.oneOf(CONDITIONS.entrySet().stream()
                            .filter(one -> !one.getValue().isFrench())
                            .map(Map.Entry::getKey)
                            .toList()),
                    null);
        }
    }

    private static List<String> split(String cell) {
        return java.util.Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private record Promise(String family, Set<Condition> conditions) {}

    /** Two lines for one family under the same conditions would always refer the claim: the table says two things. */
    private void refuseSecondPromise(CsvSheet.Row row, Set<String> ofFamilies, Set<Condition> conditions) {
        for (String family : ofFamilies) {
            String above = rowOfPromise.putIfAbsent(new Promise(family, conditions), row.place());
            if (above != null) {
                problems.add(
                        file,
                        row.place("families"),
                        family,
                        above + " already speaks of this family under the same conditions",
                        "one line for a family and its conditions",
                        "a narrower family, or a condition, tells the two apart");
            }
        }
    }

    private @Nullable Formula formula(CsvSheet.Row row, String level, @Nullable Formula ofBaseLevel) {
        String cell = row.cell(level);
        if (DASHES.contains(cell)) {
            return dash(row, level, ofBaseLevel);
        }
        Mangled mangled = Mangled.of(cell);
        if (cell.isEmpty() || mangled != null) {
            String message = mangled == null ? "the cell is empty" : mangled.message();
            refuse(
                    row,
                    level,
                    message,
                    "a wording as printed, as \"150 % BR\"; \"néant\" or \"-\" for nothing",
                    mangled == null ? null : mangled.maybe());
            return null;
        }
        return switch (wordings.read(
                cell, product.table().readings(), product.table().currency())) {
            case Wordings.Wording.Understood(Formula formula) -> formula;
            case Wordings.Wording.Refused(String message, String allowed, String maybe) -> {
                refuse(row, level, message, allowed, maybe);
                yield null;
            }
        };
    }

    private @Nullable Formula dash(CsvSheet.Row row, String level, @Nullable Formula ofBaseLevel) {
        if (product.table().readings().dash() == Dash.NOTHING) {
            return new Formula.Nothing();
        }
        boolean isBaseLevel = level.equals(product.levels().getFirst().id());
        if (isBaseLevel) {
            refuse(
                    row,
                    level,
                    "the base level has no base level",
                    "a wording as printed, or the header's reading \"dash: nothing\"",
                    null);
        }
        return isBaseLevel ? null : ofBaseLevel;
    }

    private void refuse(CsvSheet.Row row, String column, String message, String allowed, @Nullable String maybe) {
        problems.add(file, row.place(column), row.cell(column), message, allowed, maybe);
    }
}
