package io.bareme.rulebook.files;

import io.bareme.regulation.WorkingCalendar;
import io.bareme.regulation.WorkingCalendar.Holiday;
import io.bareme.regulation.WorkingCalendar.OpeningHours;
import io.bareme.values.Source;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code rules/calendars/<fr|ma>.yaml}: what a deadline in working hours counts.
 *
 * <pre>
 * calendar: fr                      # the file's name
 * zone: Europe/Paris
 * hours:                            # each from a day on, until the next
 *   - {from: 2008-05-01, days: [monday, …], opens: "08:00", closes: "20:00", source: "…", confidence: INF}
 * holidays:                         # each year on a day, so many days after Easter Sunday, or once
 *   - {each: 05-01, name: "…", from: 2008, until: 2030, source: "…", confidence: LAW}
 *   - {easter: 39, name: "…", from: 2008, source: "…", confidence: LAW}
 *   - {on: 2026-03-20, name: "…", source: "…", confidence: INF}
 * by the moon: [2026]               # years whose moveable holidays are all above; not where there are none
 * </pre>
 */
final class CalendarReader {

    static final Pattern FILE = Pattern.compile(EditionSources.RULES + "/calendars/(fr|ma)\\.yaml");

    private static final Map<String, DayOfWeek> DAYS = Words.of(DayOfWeek.values(), Words::small);
    private static final String YEARS = "by the moon";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final int DAYS_AFTER_EASTER = 100;

    private final String file;
    private final Fields fields;
    private final Problems problems;

    private CalendarReader(String file, Fields fields, Problems problems) {
        this.file = file;
        this.fields = fields;
        this.problems = problems;
    }

    /** By country, those without a problem. */
    static Map<String, WorkingCalendar> read(Map<String, String> texts, Problems problems) {
        Map<String, WorkingCalendar> calendars = new HashMap<>();
        texts.forEach((file, text) -> {
            YamlNode.Mapping mapping = FILE.matcher(file).matches() ? YamlText.mapping(file, text, problems) : null;
            WorkingCalendar calendar = mapping == null
                    ? null
                    : new CalendarReader(file, new Fields(file, mapping, problems), problems).calendar();
            if (calendar != null) {
                calendars.put(calendar.country(), calendar);
            }
        });
        return calendars;
    }

    private @Nullable WorkingCalendar calendar() {
        int before = problems.count();
        String name = file.replaceAll(".*/|\\.yaml$", "");
        String id = fields.text("calendar");
        if (!id.isEmpty() && !id.equals(name)) {
            fields.refuse("calendar", "the file is named \"" + name + '"', "the file's name", '"' + name + '"');
        }
        ZoneId zone = told(fields, "zone", ZoneId::of, "a time zone, as Europe/Paris");
        List<OpeningHours> hours = new ArrayList<>();
        fields.list("hours").forEach(each -> add(hours, hours(each)));
        List<Holiday> holidays = new ArrayList<>();
        fields.list("holidays").forEach(each -> add(holidays, holiday(each)));
        Set<Integer> years = years();
        fields.refuseOthers();
        return zone == null || problems.count() > before
                ? null
                : new WorkingCalendar(name.toUpperCase(Locale.ROOT), zone, hours, holidays, years);
    }

    private static <T> void add(List<T> list, @Nullable T element) {
        if (element != null) {
            list.add(element);
        }
    }

    private @Nullable OpeningHours hours(Fields each) {
        LocalDate from = each.day("from");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String word : each.words("days")) {
            DayOfWeek day = DAYS.get(word);
            if (day == null) {
                each.refuse(
                        "days",
                        '"' + word + "\" is no day of the week",
                        Fields.oneOf(DAYS.keySet()),
                        Nearest.to(word, DAYS.keySet()));
            } else {
                days.add(day);
            }
        }
        if (each.words("days").isEmpty()) {
            each.refuse("days", "offices are never open", "one day of the week or more", null);
        }
        LocalTime opens = told(each, "opens", LocalTime::parse, "a time, as \"08:00\"");
        LocalTime closes = told(each, "closes", LocalTime::parse, "a time, as \"20:00\"");
        Source source = source(each);
        each.refuseOthers();
        if (from == null || opens == null || closes == null || days.isEmpty()) {
            return null;
        }
        if (!closes.isAfter(opens)) {
            each.refuse("closes", "offices close before they open", "a time after " + opens, null);
            return null;
        }
        return new OpeningHours(from, days, opens, closes, source);
    }

    private @Nullable Holiday holiday(Fields each) {
        int before = problems.count();
        each.text("name");
        Holiday holiday = each.has("on") ? once(each) : yearly(each);
        each.refuseOthers();
        return problems.count() > before ? null : holiday;
    }

    private @Nullable Holiday once(Fields each) {
        LocalDate day = each.day("on");
        Source source = source(each);
        return day == null ? null : new Holiday.Once(day, source);
    }

    private @Nullable Holiday yearly(Fields each) {
        Integer first = each.number("from", FIRST_YEAR, LAST_YEAR);
        Integer last = each.has("until") ? each.number("until", FIRST_YEAR, LAST_YEAR) : Integer.valueOf(LAST_YEAR);
        Source source = source(each);
        if (each.has("easter")) {
            Integer days = each.number("easter", 0, DAYS_AFTER_EASTER);
            return first == null || last == null || days == null
                    ? null
                    : new Holiday.AfterEaster(days, first, last, source);
        }
        MonthDay day = told(each, "each", text -> MonthDay.parse("--" + text), "month and day, as 05-01");
        return first == null || last == null || day == null ? null : new Holiday.EachYear(day, first, last, source);
    }

    private Set<Integer> years() {
        Set<Integer> years = new TreeSet<>();
        for (String word : fields.words(YEARS)) {
            if (word.matches("[12]\\d{3}")) {
                years.add(Integer.valueOf(word));
            } else {
                fields.refuse(YEARS, '"' + word + "\" is no year", "years, as [2026]", null);
            }
        }
        return years;
    }

    private Source source(Fields each) {
        return new Source(
                file,
                "line " + each.line(),
                each.text("source"),
                each.word("confidence", Words.CONFIDENCES, Words.WEAKEST));
    }

    private static <T> @Nullable T told(Fields fields, String key, Function<String, T> read, String allowed) {
        String text = fields.text(key);
        try {
            return text.isEmpty() ? null : read.apply(text);
        } catch (DateTimeException unreadable) {
            fields.refuse(key, '"' + text + "\" cannot be read", allowed, null);
            return null;
        }
    }
}
