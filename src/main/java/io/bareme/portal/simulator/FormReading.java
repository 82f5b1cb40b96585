package io.bareme.portal.simulator;

import io.bareme.adjudication.CareLine.Circumstances;
import io.bareme.exchange.LineForm;
import io.bareme.exchange.ProviderForm;
import io.bareme.regulation.Act;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the provider and the care lines of a form; what cannot be read is written down, field by field. */
final class FormReading {

    /** No single charge is above it, as in the API. */
    static final BigDecimal MOST = new BigDecimal("1000000.00");

    private static final BigDecimal MOST_TIMES = new BigDecimal(999);
    private static final BigDecimal MOST_TEETH = new BigDecimal(Circumstances.MAX_TEETH);
    private static final BigDecimal HIGHEST_COEFFICIENT = new BigDecimal(10_000);
    /** No care is earlier or later, as in the API. */
    private static final LocalDate FIRST_CARE = LocalDate.of(1990, 1, 1);

    private static final int YEARS_AHEAD = 2;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
    /** Teeth by their FDI number, permanent and deciduous, or a side. */
    private static final Pattern PART = Pattern.compile("[1-4][1-8]|[5-8][1-5]|left|right");

    /** As the API takes it. */
    private static final Pattern ILLNESS = Pattern.compile("[\\p{L}\\d][\\p{L}\\d.-]{0,59}");

    private final TypedClaim form;
    private final String country;
    private final ActIndex acts;
    private final LocalDate today;
    private final Wrong wrong;
    private final Locale locale;

    FormReading(TypedClaim form, String country, ActIndex acts, LocalDate today, Wrong wrong, Locale locale) {
        this.form = form;
        this.country = country;
        this.acts = acts;
        this.today = today;
        this.wrong = wrong;
        this.locale = locale;
    }

    ProviderForm provider() {
        if (!form.profession().isEmpty() && !Choices.PROFESSIONS.contains(form.profession())) {
            wrong.add("profession", "choice");
        }
        if (!Choices.categories(country).contains(form.category())) {
            wrong.add("category", "category-missing");
        }
        return new ProviderForm("", form.profession(), form.category(), List.of(), country);
    }

    /** The way of the file, where the claim is one of a Moroccan complementary contract. */
    @Nullable
    String dossier() {
        return choice("dossier", form.dossier(), Choices.DOSSIERS);
    }

    /** The day of care; today where it cannot be read. */
    LocalDate care() {
        return day("date", form.date(), FIRST_CARE, today.plusYears(YEARS_AHEAD));
    }

    /** The day of birth; today where it cannot be read. */
    LocalDate birth() {
        return day("born", form.born(), FIRST_BIRTH, today);
    }

    private LocalDate day(String field, String typed, LocalDate first, LocalDate latest) {
        if (typed.isEmpty()) {
            wrong.add(field, field + "-missing");
            return today;
        }
        return readable(field, field, typed, first, latest);
    }

    private LocalDate readable(String field, String what, String typed, LocalDate first, LocalDate latest) {
        Optional<LocalDate> day = TypedDay.read(typed);
        if (day.isEmpty()) {
            wrong.add(field, "day", typed);
        } else if (day.get().isBefore(first) || day.get().isAfter(latest)) {
            wrong.add(field, what + "-range");
        } else {
            return day.get();
        }
        return today;
    }

    /** The lines that say something; an empty last one is left aside when others speak. */
    List<LineForm> lines(LocalDate day) {
        if (form.lines().size() > TypedClaim.MOST_LINES) {
            wrong.add("line" + form.lines().size() + "-act", "lines-many", TypedClaim.MOST_LINES);
        }
        List<LineForm> lines = new ArrayList<>();
        for (int number = 1; number <= form.lines().size(); number++) {
            TypedLine typed = form.lines().get(number - 1);
            boolean spare = number > 1 && number == form.lines().size() && typed.isEmpty();
            LineForm line = spare ? null : line("line" + number + "-", typed, day);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private @Nullable LineForm line(String field, TypedLine typed, LocalDate day) {
        Act act = act(field + "act", typed.act());
        BigDecimal charge = number(field + "charge", "charge", typed.charge(), BigDecimal.ZERO, MOST);
        BigDecimal quantity = whole(field + "quantity", typed.get("quantity"));
        BigDecimal coefficient = act == null ? null : coefficient(field + "coefficient", act, typed.get("coefficient"));
        LocalDate ownDay = typed.get("date").isEmpty()
                ? day
                : readable(field + "date", "date", typed.get("date"), FIRST_CARE, today.plusYears(YEARS_AHEAD));
        BigDecimal base = stated(field + "base", typed.get("base"), MOST);
        BigDecimal compulsory = stated(field + "compulsory", typed.get("compulsory"), charge == null ? MOST : charge);
        String exemption = choice(field + "exemption", typed.get("exemption"), Choices.exemptions(country));
        String pathway = choice(field + "pathway", typed.get("pathway"), Choices.PATHWAYS);
        String careClass = choice(field + "class", typed.get("class"), Choices.CLASSES);
        String basket = choice(field + "basket", typed.get("basket"), Choices.BASKETS);
        String part = part(field + "part", typed.get("part"));
        BigDecimal teeth = typed.get("teeth").isEmpty() ? null : teeth(field + "teeth", typed.get("teeth"));
        String lens = choice(field + "lens", typed.get("lens"), Choices.LENSES);
        BigDecimal paid = stated(field + "already-paid", typed.get("already-paid"), MOST);
        BigDecimal claimed = stated(field + "claimed", typed.get("claimed"), MOST);
        String illness = illness(field + "illness", typed.get("illness"));
        LocalDate began = typed.get("began").isEmpty()
                ? null
                : readable(field + "began", "began", typed.get("began"), FIRST_CARE, ownDay);
        BigDecimal days = typed.get("days").isEmpty() ? null : whole(field + "days", typed.get("days"));
        String discharge = choice(field + "discharge", typed.get("discharge"), Choices.DISCHARGES);
        String dailyCharge = choice(field + "daily-charge", typed.get("daily-charge"), Choices.DAILY_CHARGES);
        String renewal = choice(field + "renewal", typed.get("renewal"), Choices.RENEWALS);
        if (act == null || charge == null || quantity == null || !wrong.isEmpty()) {
            return null;
        }
        return new LineForm(
                act.code().toString(),
                ownDay,
                quantity.intValueExact(),
                coefficient,
                charge,
                base,
                compulsory,
                null,
                pathway == null ? TypedLine.EMPTY.get("pathway") : pathway,
                exemption == null ? List.of() : List.of(exemption),
                careClass,
                basket,
                lens,
                part,
                typed.isQuoted(),
                false,
                illness.isEmpty() ? null : illness,
                began,
                days == null ? 1 : days.intValueExact(),
                discharge,
                dailyCharge,
                renewal,
                teeth == null ? null : teeth.intValueExact(),
                group(typed.group(), day),
                paid,
                claimed);
    }

    /** Lines of one group bear one word, that of no other claim's. */
    private static @Nullable String group(String typed, LocalDate day) {
        return typed.isEmpty()
                ? null
                : LineGroup.of(typed).map(group -> group.on(day)).orElse(typed);
    }

    private @Nullable Act act(String field, String typed) {
        if (typed.isEmpty()) {
            wrong.add(field, "act-missing");
            return null;
        }
        Act named = acts.named(typed, country);
        if (named == null) {
            List<Act> near = acts.search(typed, country);
            if (near.isEmpty()) {
                wrong.add(field, "act-unknown", typed);
            } else {
                wrong.add(field, "act-several", typed, shown(near));
            }
        }
        return named;
    }

    private String shown(List<Act> acts) {
        return String.join(
                " ; ",
                acts.stream().limit(3).map(act -> ActIndex.shown(act, locale)).toList());
    }

    /** What multiplies the letter key: the act's own where none is typed; null for an act that takes none. */
    private @Nullable BigDecimal coefficient(String field, Act act, String typed) {
        if (!ActIndex.needsCoefficient(act)) {
            return null;
        }
        return typed.isEmpty() && act.defaultCoefficient() != null
                ? null
                : number(field, "coefficient", typed, BigDecimal.ZERO, HIGHEST_COEFFICIENT);
    }

    private @Nullable BigDecimal number(String field, String what, String typed, BigDecimal least, BigDecimal most) {
        if (typed.isEmpty()) {
            wrong.add(field, what + "-missing");
            return null;
        }
        Optional<BigDecimal> number =
                TypedNumber.read(typed).filter(read -> read.compareTo(least) >= 0 && read.compareTo(most) <= 0);
        if (number.isEmpty()) {
            wrong.add(field, what, typed);
        }
        return number.orElse(null);
    }

    /** A whole number from 1 to 999: times, or days. */
    private @Nullable BigDecimal whole(String field, String typed) {
        BigDecimal number = number(field, "quantity", typed, BigDecimal.ONE, MOST_TIMES);
        if (number != null && number.stripTrailingZeros().scale() > 0) {
            wrong.add(field, "quantity");
        }
        return number;
    }

    private @Nullable BigDecimal teeth(String field, String typed) {
        BigDecimal number = number(field, "teeth", typed, BigDecimal.ONE, MOST_TEETH);
        if (number != null && number.stripTrailingZeros().scale() > 0) {
            wrong.add(field, "teeth");
        }
        return number;
    }

    /** A word that limits by illness go by. */
    private String illness(String field, String typed) {
        String word = typed.toLowerCase(Locale.ROOT).replace(' ', '-');
        if (!typed.isEmpty() && !ILLNESS.matcher(word).matches()) {
            wrong.add(field, "illness", typed);
        }
        return word;
    }

    /** An amount of the compulsory side, where the form states one; no more than {@code most}. */
    private @Nullable BigDecimal stated(String field, String typed, BigDecimal most) {
        if (typed.isEmpty()) {
            return null;
        }
        BigDecimal amount = number(field, "charge", typed, BigDecimal.ZERO, MOST);
        if (amount != null && amount.compareTo(most) > 0) {
            wrong.add(field, "above-charge");
        }
        return amount;
    }

    private @Nullable String part(String field, String typed) {
        String part = side(typed);
        if (!typed.isEmpty() && !PART.matcher(part).matches()) {
            wrong.add(field, "part", typed);
        }
        return typed.isEmpty() ? null : part;
    }

    /** {@code left} or {@code right} as people say it; anything else as it stands. */
    static String side(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "gauche" -> "left";
            case "droite", "droit" -> "right";
            default -> typed;
        };
    }

    private @Nullable String choice(String field, String typed, List<String> allowed) {
        if (typed.isEmpty()) {
            return null;
        }
        if (!allowed.contains(typed)) {
            wrong.add(field, "choice");
            return null;
        }
        return typed;
    }
}
