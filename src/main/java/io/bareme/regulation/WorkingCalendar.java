package io.bareme.regulation;

import io.bareme.values.Source;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The opening hours and public holidays of a country. Before its first opening hours, all time counts: a deadline is
 * then never later than it should be.
 *
 * @param country {@code FR} or {@code MA}
 * @param hours each with the first day it holds; the latest holds
 * @param moveableKnown the years whose holidays by the moon are all told here; empty where the country has none. In any
 *     other year they count as working days
 */
public record WorkingCalendar(
        String country, ZoneId zone, List<OpeningHours> hours, List<Holiday> holidays, Set<Integer> moveableKnown)
        implements CountedTime {

    /** A holiday every fortnight would not come near it: a calendar never open is a broken file. */
    private static final int MOST_DAYS = 4_000;

    public WorkingCalendar {
        hours = hours.stream()
                .sorted(Comparator.comparing(OpeningHours::from).reversed())
                .toList();
        holidays = List.copyOf(holidays);
        moveableKnown = Set.copyOf(moveableKnown);
    }

    /** When offices are open, from a day on; on each of the days from one hour to the other, in local time. */
    public record OpeningHours(LocalDate from, Set<DayOfWeek> days, LocalTime opens, LocalTime closes, Source source) {
        public OpeningHours {
            days = Set.copyOf(days);
            if (days.isEmpty() || !closes.isAfter(opens)) {
                throw new IllegalArgumentException("Offices open on some day and close after they open");
            }
        }
    }

    /** A public holiday, with the first and last year in which it is one. */
    public sealed interface Holiday {

        boolean is(LocalDate day);

        Source source();

        /** On the same day of each year. */
        record EachYear(java.time.MonthDay on, int firstYear, int lastYear, Source source) implements Holiday {
            @Override
            public boolean is(LocalDate day) {
                return java.time.MonthDay.from(day).equals(on)
                        && firstYear <= day.getYear()
                        && day.getYear() <= lastYear;
            }
        }

        /** So many days after Easter Sunday. */
        record AfterEaster(int days, int firstYear, int lastYear, Source source) implements Holiday {
            @Override
            public boolean is(LocalDate day) {
                return firstYear <= day.getYear()
                        && day.getYear() <= lastYear
                        && Easter.in(day.getYear()).plusDays(days).equals(day);
            }
        }

        /** Once. */
        record Once(LocalDate on, Source source) implements Holiday {
            @Override
            public boolean is(LocalDate day) {
                return day.equals(on);
            }
        }
    }

    /** Whether every holiday of the year is known. */
    public boolean knows(int year) {
        return moveableKnown.isEmpty() || moveableKnown.contains(year);
    }

    public boolean isHoliday(LocalDate day) {
        return holidays.stream().anyMatch(holiday -> holiday.is(day));
    }

    @Override
    public Duration between(Instant from, Instant to) {
        Duration counted = Duration.ZERO;
        LocalDate last = day(to);
        for (LocalDate day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
            counted =
                    counted.plus(open(day).map(hours -> hours.within(from, to)).orElse(Duration.ZERO));
        }
        return counted;
    }

    @Override
    public Instant after(Instant from, Duration counted) {
        Duration left = counted;
        LocalDate day = day(from);
        for (int tried = 0; tried < MOST_DAYS; tried++, day = day.plusDays(1)) {
            Optional<Open> open = open(day);
            if (open.isPresent()) {
                Instant begin = later(open.get().from(), from);
                Duration here = open.get().within(begin, open.get().to());
                if (here.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(here);
            }
        }
        throw new IllegalStateException("The calendar of " + country + " is not open often enough after " + from);
    }

    /** One day's opening, as moments: they follow summer time. */
    private record Open(Instant from, Instant to) {
        Duration within(Instant first, Instant last) {
            Instant begin = later(from, first);
            Instant end = last.isBefore(to) ? last : to;
            return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
        }
    }

    private Optional<Open> open(LocalDate day) {
        Optional<OpeningHours> holding =
                hours.stream().filter(one -> !one.from().isAfter(day)).findFirst();
        if (holding.isEmpty()) {
            return Optional.of(new Open(
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant()));
        }
        OpeningHours today = holding.get();
        return today.days().contains(day.getDayOfWeek()) && !isHoliday(day)
                ? Optional.of(new Open(
                        day.atTime(today.opens()).atZone(zone).toInstant(),
                        day.atTime(today.closes()).atZone(zone).toInstant()))
                : Optional.empty();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
