package io.bareme.rulebook.files;

import io.bareme.guarantee.Unit;
import io.bareme.regulation.Act;
import io.bareme.regulation.Act.TariffRule;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.CodeSystem;
import io.bareme.regulation.Nomenclature.Family;
import io.bareme.regulation.Quantity;
import io.bareme.regulation.QuantityUnit;
import io.bareme.regulation.Regulation;
import io.bareme.values.Confidence;
import io.bareme.values.Source;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code rules/nomenclature/<fr|ma>/acts.csv}:
 * {@code system,code,label_fr,label_en,family,care_kind,tariff,unit,notes,source,confidence}.
 *
 * <p>{@code tariff} is the id of a quantity, {@code letter:<id>} (a coefficient times a letter key), {@code price}
 * (what is charged is the base), {@code none}, or {@code not-established:<id>} for a tariff that exists and that nobody
 * has read: claims that need it are referred. {@code unit} is what is counted; {@code coefficient} or
 * {@code coefficient=15} for letter keys, the latter with the act's own coefficient.
 */
final class ActsReader {

    static final Pattern FILE = Pattern.compile(EditionSources.RULES + "/nomenclature/(fr|ma)/acts\\.csv");

    private static final List<String> COLUMNS = List.of(
            "system",
            "code",
            "label_fr",
            "label_en",
            "family",
            "care_kind",
            "tariff",
            "unit",
            "notes",
            "source",
            "confidence");
    private static final int MOST_ROWS = 50_000;
    private static final String LETTER = "letter:";
    private static final String NOT_ESTABLISHED = "not-established:";
    private static final String COEFFICIENT = "coefficient";

    private static final Map<String, List<CodeSystem>> SYSTEMS = Map.of(
            "fr", List.of(CodeSystem.CCAM, CodeSystem.NGAP, CodeSystem.LPP, CodeSystem.CIP, CodeSystem.LOCAL),
            "ma", List.of(CodeSystem.NGAP_MA, CodeSystem.FORFAIT_MA, CodeSystem.CIP_MA, CodeSystem.LOCAL));
    private static final Map<String, CareKind> KINDS = Words.of(CareKind.values(), CareKind::word);
    private static final Map<String, Unit> UNITS = Words.of(Unit.values(), Words::small);

    private final Map<ActCode, Act> acts = new HashMap<>();
    private final Map<String, Family> families;
    private final Regulation regulation;
    private final Problems problems;

    ActsReader(Map<String, Family> families, Regulation regulation, Problems problems) {
        this.families = families;
        this.regulation = regulation;
        this.problems = problems;
    }

    Map<ActCode, Act> acts() {
        return acts;
    }

    void read(String file, String text) {
        CsvSheet sheet = CsvSheet.read(file, text, MOST_ROWS, problems);
        if (sheet == null || !sheet.hasColumns(COLUMNS, List.of(), problems)) {
            return;
        }
        String country = FILE.matcher(file).replaceFirst("$1");
        Map<String, CodeSystem> systems = SYSTEMS.getOrDefault(country, List.of()).stream()
                .collect(Collectors.toMap(CodeSystem::name, Function.identity()));
        for (CsvSheet.Row row : sheet.rows()) {
            int before = problems.count();
            Act act = act(row, systems);
            if (act != null && problems.count() == before && acts.putIfAbsent(act.code(), act) != null) {
                refuse(row, "code", "this act already stands above or in another file", "each act once", null);
            }
        }
    }

    private @Nullable Act act(CsvSheet.Row row, Map<String, CodeSystem> systems) {
        CodeSystem system = word(row, "system", systems);
        CareKind kind = word(row, "care_kind", KINDS);
        Family family = word(row, "family", families);
        Confidence confidence = word(row, "confidence", Words.CONFIDENCES);
        TariffRule tariff = tariff(row);
        for (String required : List.of("label_fr", "label_en", "source")) {
            if (row.cell(required).isEmpty()) {
                refuse(
                        row,
                        required,
                        "the cell is empty",
                        required.equals("source")
                                ? "the publication it was read in"
                                : "the act's name, as people say it",
                        null);
            }
        }
        if (system == null || kind == null || family == null || confidence == null || tariff == null) {
            return null;
        }
        checkCode(row, system);
        return new Act(
                new ActCode(system, row.cell("code")),
                row.cell("label_fr"),
                row.cell("label_en"),
                family.id(),
                kind,
                tariff,
                UNITS.containsKey(row.cell("unit")) ? row.cell("unit") : Words.small(Unit.ACT),
                coefficient(row, tariff),
                new Source(row.file(), row.place(), row.cell("source"), confidence));
    }

    private void checkCode(CsvSheet.Row row, CodeSystem system) {
        String shape = switch (system) {
            case CCAM -> "[A-Z]{4}\\d{3}";
            case LPP -> "\\d{7}";
            case CIP -> "\\d{7}|\\d{13}";
            case CIP_MA -> "\\d{13}";
            case NGAP, NGAP_MA, FORFAIT_MA, LOCAL -> "[\\p{L}\\d][\\p{L}\\d+./-]*";
        };
        if (!row.cell("code").matches(shape)) {
            String allowed = switch (system) {
                case CCAM -> "four capitals and three digits, as HBLD634";
                case LPP -> "seven digits";
                case CIP -> "seven or thirteen digits";
                case CIP_MA -> "thirteen digits";
                case NGAP, NGAP_MA, FORFAIT_MA, LOCAL -> "letters, digits, \"+\", \".\", \"/\" and \"-\"";
            };
            boolean mangled = Mangled.of(row.cell("code")) != null;
            String maybe = mangled ? "a spreadsheet rewrote the code: format the column as text" : null;
            refuse(row, "code", "this is no code of " + system, allowed, maybe);
        }
    }

    private @Nullable TariffRule tariff(CsvSheet.Row row) {
        String tariff = row.cell("tariff");
        if (tariff.equals("price")) {
            return new TariffRule.Price();
        }
        if (tariff.equals("none")) {
            return new TariffRule.None();
        }
        if (tariff.startsWith(NOT_ESTABLISHED)) {
            return unread(row, tariff.substring(NOT_ESTABLISHED.length()));
        }
        boolean letter = tariff.startsWith(LETTER);
        String id = letter ? tariff.substring(LETTER.length()) : tariff;
        Quantity quantity = regulation.quantities().get(id);
        if (quantity == null && problems.concern(RegulationReader.FOLDER)) {
            return new TariffRule.None(); // the quantity may be the one that is broken: that was reported
        }
        if (quantity == null) {
            refuse(
                    row,
                    "tariff",
                    "unknown tariff",
                    "a quantity of rules/regulation, letter:<quantity>, price, none, not-established:<id>",
                    Nearest.to(id, regulation.quantities().keySet()));
            return null;
        }
        if (quantity.unit() != QuantityUnit.EUR && quantity.unit() != QuantityUnit.MAD) {
            refuse(
                    row,
                    "tariff",
                    "this quantity is in " + Words.small(quantity.unit()),
                    "a quantity in EUR or MAD",
                    null);
        }
        return letter ? new TariffRule.LetterKey(id) : new TariffRule.Quantity(id);
    }

    private @Nullable TariffRule unread(CsvSheet.Row row, String id) {
        if (regulation.has(id)) {
            refuse(row, "tariff", "this tariff is established", "\"" + id + '"', '"' + id + '"');
            return null;
        }
        return new TariffRule.Quantity(id);
    }

    private @Nullable BigDecimal coefficient(CsvSheet.Row row, TariffRule tariff) {
        String unit = row.cell("unit");
        boolean ofLetter = tariff instanceof TariffRule.LetterKey;
        if (unit.equals(COEFFICIENT) || !ofLetter && UNITS.containsKey(unit)) {
            return null;
        }
        BigDecimal coefficient =
                unit.startsWith(COEFFICIENT + "=") ? Decimals.read(unit.substring(COEFFICIENT.length() + 1)) : null;
        if (coefficient == null || !ofLetter) {
            String allowed = ofLetter ? "coefficient, coefficient=15" : Fields.oneOf(UNITS.keySet());
            refuse(row, "unit", "unknown unit", allowed, Nearest.to(unit, UNITS.keySet()));
        }
        return coefficient;
    }

    private <T> @Nullable T word(CsvSheet.Row row, String column, Map<String, T> words) {
        T meaning = words.get(row.cell(column));
        boolean reported = column.equals("family") && problems.concern(FamiliesReader.FILE);
        if (meaning == null && !reported) {
            String allowed = words.size() > 40 ? "one of " + words.size() + " words" : Fields.oneOf(words.keySet());
            refuse(
                    row,
                    column,
                    "unknown " + column.replace('_', ' '),
                    column.equals("family") ? "a family of families.csv" : allowed,
                    Nearest.to(row.cell(column), words.keySet()));
        }
        return meaning;
    }

    private void refuse(CsvSheet.Row row, String column, String message, String allowed, @Nullable String maybe) {
        problems.add(row.file(), row.place(column), row.cell(column), message, allowed, maybe);
    }
}
