package io.bareme.adjudication;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose consumption a limit adds up and over which days, as its counter's key says.
 *
 * @param family whether the whole family draws on it
 * @param part the tooth, eye or ear; null for a limit of the whole person
 * @param first the first day of the period; null where it has no fixed days: a stay, a lifetime
 * @param last the last day of it
 * @param illness the illness it is for; null for a limit of any care
 */
public record LimitWindow(
        boolean family,
        @Nullable String part,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        @Nullable String illness) {

    private static final Pattern CIVIL_YEAR = Pattern.compile("\\d{4}");
    private static final Pattern FROM = Pattern.compile("(?:year|months-(\\d+)|semester)-from-(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern ILLNESS = Pattern.compile("illness-(\\d{4})-(.*)");

    private static final int YEAR = 12;
    private static final int SEMESTER = 6;

    /** Of the key that {@link LimitKey} writes: subject and time stand last. */
    public static LimitWindow of(LineDecision.LimitUse use) {
        return ofKey(use.key());
    }

    static LimitWindow ofKey(String key) {
        String[] pieces = key.split("/");
        String subject = pieces.length < 2 ? "" : pieces[pieces.length - 2];
        int part = subject.indexOf(':');
        return within(
                pieces[pieces.length - 1], subject.equals("family"), part < 0 ? null : subject.substring(part + 1));
    }

    private static LimitWindow within(String time, boolean family, @Nullable String part) {
        Matcher from = FROM.matcher(time);
        Matcher illness = ILLNESS.matcher(time);
        if (CIVIL_YEAR.matcher(time).matches()) {
            return year(Integer.parseInt(time), family, part, null);
        }
        if (illness.matches()) {
            return year(Integer.parseInt(illness.group(1)), family, part, illness.group(2));
        }
        if (!from.matches()) {
            return new LimitWindow(family, part, null, null, null);
        }
        LocalDate first = LocalDate.parse(from.group(2));
        int months =
                from.group(1) != null ? Integer.parseInt(from.group(1)) : time.startsWith("semester") ? SEMESTER : YEAR;
        return new LimitWindow(family, part, first, first.plusMonths(months).minusDays(1), null);
    }

    private static LimitWindow year(int year, boolean family, @Nullable String part, @Nullable String illness) {
        return new LimitWindow(family, part, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), illness);
    }
}
