package io.bareme.rulebook.files;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.CareLine.Circumstances;
import io.bareme.adjudication.CareLine.Given;
import io.bareme.adjudication.CareLine.Pathway;
import io.bareme.adjudication.Course;
import io.bareme.adjudication.EarlierCare;
import io.bareme.adjudication.Verdict;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CodeSystem;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one care line of a worked case: {@code act} ({@code CCAM HBLD634}), {@code date}, {@code charge} for the whole
 * quantity, and if need be {@code quantity} (or {@code boxes}), {@code coefficient}, {@code base}, {@code compulsory},
 * {@code rate}, {@code pathway}, {@code exempt}, {@code class}, {@code basket}, {@code lens}, one of {@code tooth},
 * {@code eye}, {@code ear}, {@code quote}, {@code refused by compulsory}, {@code illness}, {@code began},
 * {@code teeth}, {@code days}, {@code discharge}, {@code daily charge}, {@code renewal}, {@code group},
 * {@code already paid} and {@code claimed by scheme}.
 */
final class CaseLineReader {

    private static final int MOST_OF_ONE_ACT = 999;
    private static final Map<String, CodeSystem> SYSTEMS = Words.of(CodeSystem.values(), CodeSystem::name);
    private static final Map<String, Verdict> VERDICTS = Words.of(Verdict.values(), Words::small);
    private static final Map<String, Pathway> PATHWAYS =
            Map.of("in", Pathway.INSIDE, "out", Pathway.OUTSIDE, "exempt", Pathway.EXEMPT);
    private static final Map<String, Course.Discharge> DISCHARGES =
            Words.of(Course.Discharge.values(), Course.Discharge::word);
    private static final Map<String, Course.DailyCharge> DAILY_CHARGES =
            Words.of(Course.DailyCharge.values(), Course.DailyCharge::word);
    private static final Map<String, Course.Renewal> RENEWALS = Words.of(Course.Renewal.values(), Course.Renewal::word);
    private static final Map<String, String> CLASSES = same("A", "B", "I", "II");
    private static final Map<String, String> BASKETS = same("100-sante", "controlled", "free");
    private static final Map<String, String> LENSES = same("simple", "complex", "very-complex");

    private final Fields fields;
    private final Currency currency;

    CaseLineReader(Fields fields, Currency currency) {
        this.fields = fields;
        this.currency = currency;
    }

    /** The line, or null when a problem was reported. */
    @Nullable
    CareLine line(int number) {
        ActCode act = act();
        LocalDate date = fields.day("date");
        Money charge = money(fields, "charge", currency);
        Integer quantity = quantity();
        BigDecimal coefficient = fields.decimalOrNone("coefficient");
        Given given = new Given(
                fields.has("base") ? money(fields, "base", currency) : null,
                fields.has("compulsory") ? money(fields, "compulsory", currency) : null,
                fields.has("rate") ? fields.rate("rate") : null,
                fields.has("already paid") ? money(fields, "already paid", currency) : null,
                fields.has("claimed by scheme") ? money(fields, "claimed by scheme", currency) : null);
        Circumstances circumstances = circumstances(date);
        String group = fields.optional("group");
        if (act == null || date == null || charge == null || quantity == null) {
            return null;
        }
        return new CareLine(
                number, act, date, quantity, coefficient, charge, given, circumstances, group.isEmpty() ? null : group);
    }

    /** Care given before the claim, or null when a problem was reported. */
    @Nullable
    EarlierCare earlier() {
        ActCode act = act();
        LocalDate date = fields.day("date");
        Money charge = money(fields, "charge", currency);
        String provider = fields.optional("provider");
        String part = fields.optional("part");
        Integer quantity = fields.has("quantity") ? fields.number("quantity", 1, MOST_OF_ONE_ACT) : null;
        Money compulsory = fields.has("compulsory") ? money(fields, "compulsory", currency) : null;
        return act == null || date == null || charge == null
                ? null
                : new EarlierCare(act, date, provider, charge, part.isEmpty() ? null : part, quantity, compulsory);
    }

    private @Nullable ActCode act() {
        String text = fields.text("act");
        int blank = text.indexOf(' ');
        CodeSystem system = blank < 0 ? null : SYSTEMS.get(text.substring(0, blank));
        if (system == null && !text.isEmpty()) {
            String word = blank < 0 ? text : text.substring(0, blank);
            fields.refuse(
                    "act",
                    "this is no system and code",
                    "as CCAM HBLD634; systems: " + Fields.oneOf(SYSTEMS.keySet()),
                    Nearest.to(word, SYSTEMS.keySet()));
        }
        return system == null
                ? null
                : new ActCode(system, text.substring(blank + 1).strip());
    }

    private @Nullable Integer quantity() {
        if (fields.has("quantity") && fields.has("boxes")) {
            fields.refuse("boxes", "the number of boxes is the quantity", "quantity or boxes", null);
        }
        if (fields.has("boxes")) {
            return fields.number("boxes", 1, MOST_OF_ONE_ACT);
        }
        return fields.has("quantity") ? fields.number("quantity", 1, MOST_OF_ONE_ACT) : Integer.valueOf(1);
    }

    private Circumstances circumstances(@Nullable LocalDate date) {
        return new Circumstances(
                fields.wordOr("pathway", PATHWAYS, Pathway.INSIDE),
                CasePersonReader.exemptions(fields, "exempt"),
                word("class", CLASSES),
                word("basket", BASKETS),
                word("lens", LENSES),
                part(),
                fields.flagOr("quote", false),
                fields.flagOr("refused by compulsory", false),
                fields.has("illness") ? fields.text("illness") : null,
                course(date),
                fields.has("teeth") ? fields.number("teeth", 1, Circumstances.MAX_TEETH) : null);
    }

    private Course course(@Nullable LocalDate date) {
        return new Course(
                began(date),
                fields.has("days") ? fields.number("days", 1, Course.MAX_DAYS) : null,
                fields.has("discharge") ? fields.word("discharge", DISCHARGES, Course.Discharge.HOME) : null,
                fields.has("daily charge") ? fields.word("daily charge", DAILY_CHARGES, Course.DailyCharge.DUE) : null,
                fields.has("renewal") ? fields.word("renewal", RENEWALS, Course.Renewal.EYESIGHT) : null);
    }

    private @Nullable LocalDate began(@Nullable LocalDate date) {
        LocalDate began = fields.dayOrNone("began");
        if (began != null && date != null && began.isAfter(date)) {
            fields.refuse("began", "care cannot begin after the line's own day " + date, "a day to " + date, null);
            return null;
        }
        return began;
    }

    private @Nullable String word(String key, Map<String, String> words) {
        return fields.has(key) ? fields.word(key, words, "") : null;
    }

    private @Nullable String part() {
        List<String> parts =
                List.of("tooth", "eye", "ear").stream().filter(fields::has).toList();
        if (parts.size() > 1) {
            fields.refuse(parts.get(1), "a line concerns one part of the body", "one of tooth, eye, ear", null);
        }
        return parts.isEmpty() ? null : fields.text(parts.getFirst());
    }

    /** An amount in whole cents; null when it is missing or broken, which was reported. */
    static @Nullable Money money(Fields fields, String key, Currency currency) {
        BigDecimal amount = fields.decimal(key);
        if (amount == null) {
            return null;
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            fields.refuse(key, "more than two decimals", "an amount in whole cents", null);
            return null;
        }
        return Money.of(amount, currency);
    }

    static @Nullable Verdict verdict(Fields fields) {
        return fields.word("verdict", VERDICTS, Verdict.APPROVED);
    }

    private static Map<String, String> same(String... words) {
        return List.of(words).stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }
}
