package io.bareme.portal.simulator;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.CareLine.Circumstances;
import io.bareme.adjudication.CareLine.Given;
import io.bareme.adjudication.CareLine.Pathway;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Provider;
import io.bareme.adjudication.Provider.Category;
import io.bareme.regulation.Act;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the provider and the care lines of a form; what cannot be read is written down, field by field. */
final class FormReading {

    /** No single charge on this page is above it. */
    static final BigDecimal MOST = new BigDecimal("9999999.99");

    private static final int MOST_TIMES = 999;
    private static final BigDecimal HIGHEST_COEFFICIENT = new BigDecimal("10000");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final ClaimForm form;
    private final String country;
    private final ActIndex acts;
    private final LocalDate today;
    private final Wrong wrong;
    private final Locale locale;

    FormReading(ClaimForm form, String country, ActIndex acts, LocalDate today, Wrong wrong, Locale locale) {
        this.form = form;
        this.country = country;
        this.acts = acts;
        this.today = today;
        this.wrong = wrong;
        this.locale = locale;
    }

    Provider provider() {
        if (!form.profession().isEmpty() && !Choices.PROFESSIONS.contains(form.profession())) {
            wrong.add("profession", "choice");
        }
        if (!Choices.categories(country).contains(form.category())) {
            wrong.add("category", form.category().isEmpty() ? "category-missing" : "category-country");
        }
        Category category = Arrays.stream(Category.values())
                .filter(one -> one.word().equals(form.category()))
                .findFirst()
                .orElse(Category.UNSPECIFIED);
        return new Provider("", form.profession(), category, Set.of(), country);
    }

    /** A day between 1900 and a year from today; today where it cannot be read. */
    LocalDate day(String field, String typed, LocalDate latest) {
        if (typed.isEmpty()) {
            wrong.add(field, field + "-missing");
            return today;
        }
        return readable(field, field, typed, latest);
    }

    private LocalDate readable(String field, String what, String typed, LocalDate latest) {
        Optional<LocalDate> day = TypedDay.read(typed);
        if (day.isEmpty()) {
            wrong.add(field, "day", typed);
        } else if (day.get().isBefore(EARLIEST) || day.get().isAfter(latest)) {
            wrong.add(field, what + "-range");
        } else {
            return day.get();
        }
        return today;
    }

    /** The lines that say something; an empty last one is left aside when others speak. */
    List<CareLine> lines(LocalDate day) {
        List<CareLine> lines = new ArrayList<>();
        for (int number = 1; number <= form.lines().size(); number++) {
            ClaimForm.Line typed = form.lines().get(number - 1);
            boolean spare = number > 1 && number == form.lines().size() && typed.isEmpty();
            CareLine line = spare ? null : line(number, typed, day);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private @Nullable CareLine line(int number, ClaimForm.Line typed, LocalDate day) {
        String field = "line" + number + "-";
        Act act = act(field + "act", typed.act());
        BigDecimal charge = number(field + "charge", "charge", typed.charge(), BigDecimal.ZERO, MOST);
        BigDecimal quantity =
                number(field + "quantity", "quantity", typed.quantity(), BigDecimal.ONE, new BigDecimal(MOST_TIMES));
        if (quantity != null && quantity.stripTrailingZeros().scale() > 0) {
            wrong.add(field + "quantity", "quantity");
            quantity = null;
        }
        BigDecimal coefficient = typed.coefficient().isEmpty()
                ? null
                : number(field + "coefficient", "coefficient", typed.coefficient(), BigDecimal.ZERO, HIGHEST_COEFFICIENT);
        Circumstances circumstances = circumstances(field, typed);
        LocalDate ownDay =
                typed.date().isEmpty() ? day : readable(field + "date", "date", typed.date(), today.plusYears(1));
        if (act == null || charge == null || quantity == null) {
            return null;
        }
        boolean multiplies = ActIndex.needsCoefficient(act);
        if (multiplies && coefficient == null && act.defaultCoefficient() == null) {
            wrong.add(field + "coefficient", "coefficient-missing");
        }
        Currency currency = country.equals("FR") ? Currency.EUR : Currency.MAD;
        return new CareLine(
                number,
                act.code(),
                ownDay,
                quantity.intValueExact(),
                multiplies ? coefficient : null,
                Money.of(charge, currency),
                Given.NOTHING,
                circumstances,
                null);
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

    private @Nullable BigDecimal number(
            String field, String what, String typed, BigDecimal least, BigDecimal most) {
        if (typed.isEmpty()) {
            wrong.add(field, what + "-missing");
            return null;
        }
        Optional<BigDecimal> number = TypedNumber.read(typed)
                .filter(read -> read.compareTo(least) >= 0 && read.compareTo(most) <= 0);
        if (number.isEmpty()) {
            wrong.add(field, what, typed);
        }
        return number.orElse(null);
    }

    private Circumstances circumstances(String field, ClaimForm.Line typed) {
        String exemption = choice(field + "exemption", typed.exemption(), Choices.exemptions(country));
        String pathway = choice(field + "pathway", typed.pathway(), Choices.PATHWAYS);
        Set<Exemption> exemptions = exemption == null
                ? Set.of()
                : Set.of(Exemption.valueOf(exemption.toUpperCase(Locale.ROOT).replace('-', '_')));
        return new Circumstances(
                pathway == null ? Pathway.INSIDE : Pathway.valueOf(pathway.toUpperCase(Locale.ROOT)),
                exemptions,
                choice(field + "class", typed.careClass(), Choices.CLASSES),
                choice(field + "basket", typed.basket(), Choices.BASKETS),
                choice(field + "lens", typed.lens(), Choices.LENSES),
                typed.part().isEmpty() ? null : typed.part(),
                typed.quoted(),
                false);
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
