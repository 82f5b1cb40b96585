package io.bareme.portal.simulator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people write it in both languages, day first: {@code 3/6/2024}, {@code 03.06.2024}, {@code 03062024}; or
 * {@code 2024-06-03}. The year has four digits, so that no day reads two ways.
 */
final class TypedDay {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{4})|(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private TypedDay() {}

    /** Empty when the text is no day of the calendar. */
    static Optional<LocalDate> read(String typed) {
        Matcher dayFirst = DAY_FIRST.matcher(typed.strip());
        if (dayFirst.matches()) {
            int at = dayFirst.group(1) == null ? 4 : 1;
            return day(dayFirst.group(at + 2), dayFirst.group(at + 1), dayFirst.group(at));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(typed.strip());
        return yearFirst.matches() ? day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)) : Optional.empty();
    }

    /** As the form shows it, {@code 03/06/2024}; what is no day stays as typed. */
    static String shown(String typed) {
        return read(typed).map(TypedDay::shown).orElse(typed);
    }

    static String shown(LocalDate day) {
        return "%02d/%02d/%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
