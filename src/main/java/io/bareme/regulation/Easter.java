package io.bareme.regulation;

import java.time.LocalDate;

/** Easter Sunday in the Gregorian calendar (Butcher's rule, in Meeus, Astronomical Algorithms, chapter 8). */
final class Easter {

    private Easter() {}

    static LocalDate in(int year) {
        int golden = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
        int late = (golden + 11 * moon + 22 * week) / 451;
        int day = moon + week - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
