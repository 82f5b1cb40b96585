package io.bareme.exchange;

import io.bareme.adjudication.CareLine.Circumstances;
import io.bareme.adjudication.Course;
import io.bareme.exchange.Fields.Form;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one care line of a claim. */
final class LineReader {

    static final int MOST_OF_ONE_ACT = 999;
    private static final int NO_TEETH = 0;
    private static final Pattern ACT = Pattern.compile("([A-Z_]{1,12}) ([\\p{L}\\d][\\p{L}\\d.+/-]{0,59})");

    private final Fields fields;
    private final LocalDate first;
    private final LocalDate last;
    private final boolean schemeClaims;

    /** @param schemeClaims whether the file is one in which the scheme claims what it paid for the insurer, or may be */
    LineReader(Fields fields, LocalDate first, LocalDate last, boolean schemeClaims) {
        this.fields = fields;
        this.first = first;
        this.last = last;
        this.schemeClaims = schemeClaims;
    }

    /** The line, or null when something it cannot do without is missing or broken, which was reported. */
    @Nullable
    LineForm read() {
        Numbers numbers = fields.numbers();
        String act = act(fields);
        LocalDate date = fields.day("date", first, last);
        int quantity = numbers.wholeOr("quantity", 1, MOST_OF_ONE_ACT, 1);
        BigDecimal coefficient = numbers.coefficientOrNone("coefficient");
        BigDecimal charge = numbers.amount("charge");
        BigDecimal base = numbers.amountOrNone("base");
        BigDecimal compulsory = numbers.amountOrNone("compulsory");
        if (charge != null && compulsory != null && compulsory.compareTo(charge) > 0) {
            fields.refuse("compulsory", "above-charge", null, "charge", charge.toPlainString());
        }
        BigDecimal rate = numbers.rateOrNone("rate");
        String pathway = fields.wordOr("pathway", Words.PATHWAYS.keySet(), "in");
        List<String> exemptions = fields.words("exemptions", Words.EXEMPTIONS.keySet());
        String careClass = fields.wordOrNone("class", Words.CLASSES);
        String basket = fields.wordOrNone("basket", Words.BASKETS);
        String lens = fields.wordOrNone("lens", Words.LENSES);
        String part = fields.wordOrNone("part", Words.PARTS);
        boolean quoted = fields.flagOr("quoted", false);
        boolean refused = fields.flagOr("refusedByCompulsory", false);
        String illness = fields.textOrNone("illness", Form.ILLNESS);
        LocalDate began = began(date);
        int days = numbers.wholeOr("days", 1, Course.MAX_DAYS, 1);
        String discharge = fields.wordOrNone("discharge", Words.DISCHARGES.keySet());
        String dailyCharge = fields.wordOrNone("dailyCharge", Words.DAILY_CHARGES.keySet());
        String renewal = fields.wordOrNone("renewal", Words.RENEWALS.keySet());
        int teeth = numbers.wholeOr("teeth", 1, Circumstances.MAX_TEETH, NO_TEETH);
        String group = fields.textOrNone("group", Form.IDENTIFIER);
        BigDecimal alreadyPaid = numbers.amountOrNone("alreadyPaid");
        BigDecimal claimedByScheme = numbers.amountOrNone("claimedByScheme");
        if (claimedByScheme != null && !schemeClaims) {
            fields.refuse("claimedByScheme", "not-claimed-here", null);
        }
        fields.refuseOthers();
        if (act == null || date == null || charge == null) {
            return null;
        }
        return new LineForm(
                act,
                date,
                quantity,
                coefficient,
                charge,
                base,
                compulsory,
                rate,
                pathway,
                exemptions,
                careClass,
                basket,
                lens,
                part,
                quoted,
                refused,
                illness,
                began,
                days,
                discharge,
                dailyCharge,
                renewal,
                teeth == NO_TEETH ? null : teeth,
                group,
                alreadyPaid,
                claimedByScheme);
    }

    private @Nullable LocalDate began(@Nullable LocalDate date) {
        LocalDate began = fields.dayOrNone("began", first, last);
        if (began != null && date != null && began.isAfter(date)) {
            fields.refuse("began", "began-after-care", null, "last", date);
            return null;
        }
        return began;
    }

    /** {@code CCAM HBLD634}: a known system and a code, which may be unknown. */
    static @Nullable String act(Fields fields) {
        String act = fields.text("act", Form.LINE);
        if (act == null) {
            return null;
        }
        var parts = ACT.matcher(act);
        boolean known = parts.matches() && Words.SYSTEMS.containsKey(parts.group(1));
        if (!known) {
            fields.refuse("act", "not-an-act", perhaps(act), "systems", String.join(", ", Words.SYSTEMS.keySet()));
        }
        return known ? act : null;
    }

    private static @Nullable String perhaps(String act) {
        String[] parts = act.strip().split("[\\s:]+", 2);
        if (parts.length < 2 || act.length() > 60) {
            return null;
        }
        String system = io.bareme.rulebook.files.Nearest.word(parts[0], Words.SYSTEMS.keySet());
        String perhaps = system + " " + parts[1];
        return system == null || !ACT.matcher(perhaps).matches() ? null : perhaps;
    }
}
