package io.bareme.rulebook.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads days in the one form that files use, {@code 2024-05-15}, from 1900 to 2100. */
final class Days {

    static final String ALLOWED = "a day, as 2024-05-15, from 1900 to 2100";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
    private static final Pattern SERIAL = Pattern.compile("[2-7]\\d{4}");
    /** Day 0 of Excel's calendar, in which 1900 was a leap year. */
    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

    private Days() {}

    /** The day; null when it is written in any other form, does not exist or is absurd. */
    static @Nullable LocalDate read(String text) {
        if (!DAY.matcher(text).matches()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < 1900 || day.getYear() > 2100 ? null : day;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The day that was perhaps meant: written the French way, or as Excel's number. */
    static @Nullable String maybe(String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            String meant = "%s-%02d-%02d"
                    .formatted(
                            dayFirst.group(3),
                            Integer.parseInt(dayFirst.group(2)),
                            Integer.parseInt(dayFirst.group(1)));
            return read(meant) == null ? null : '"' + meant + '"';
        }
        return SERIAL.matcher(text).matches()
                ? "\"" + EXCEL_EPOCH.plusDays(Long.parseLong(text)) + "\": Excel keeps days as numbers"
                : null;
    }
}
