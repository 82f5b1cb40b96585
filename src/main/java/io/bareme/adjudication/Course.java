package io.bareme.adjudication;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How care runs over time, where that decides what is due; null where the claim is silent.
 *
 * @param began the first day of the treatment that the line is part of, or of the stays that follow each other without
 *     a break
 * @param days how many days the quantity spreads over, 1 or more; one day when null
 * @param discharge how the stay ended: the day of exit bears the daily charge, but not on death or transfer
 * @param dailyCharge why the daily charge is not due, or that it is
 * @param renewal why an optical equipment is renewed before its time
 */
public record Course(
        @Nullable LocalDate began,
        @Nullable Integer days,
        @Nullable Discharge discharge,
        @Nullable DailyCharge dailyCharge,
        @Nullable Renewal renewal) {

    public static final Course NOTHING = new Course(null, null, null, null, null);

    /** The most days that one line spreads over. */
    public static final int MAX_DAYS = 999;

    public Course {
        if (days != null && (days < 1 || days > MAX_DAYS)) {
            throw new IllegalArgumentException("A line spreads over 1 to " + MAX_DAYS + " days, not " + days);
        }
    }

    /** How many days the line's quantity spreads over. */
    int spread() {
        return days == null ? 1 : days;
    }

    /** How a stay ended (Documentation du SNDS: no charge for the day of exit on death or transfer). */
    public enum Discharge {
        HOME,
        DEATH,
        TRANSFER;

        public String word() {
            return small(this);
        }
    }

    /** Whether the daily charge is due, and if not why (CSS L174-4 al. 2; service-public.fr F200). */
    public enum DailyCharge {
        DUE,
        /** The last four months of pregnancy, the birth, and twelve days after it. */
        MATERNITY,
        /** Within thirty days of birth. */
        NEWBORN,
        WORK_ACCIDENT,
        DISABLED_CHILD,
        HOME_HOSPITAL,
        WAR_PENSION,
        ORGAN_DONOR;

        public String word() {
            return small(this);
        }
    }

    /** Why an equipment is renewed early (CSS R871-2 3° last al.; list of L165-1, arrêté of 3 December 2018). */
    public enum Renewal {
        /** The sight has changed, by a new prescription or the optician's measure. */
        EYESIGHT,
        /** A medical situation of the list, certified by the ophthalmologist. */
        MEDICAL,
        /** The frame no longer fits a young child's face. */
        FRAME_FIT;

        public String word() {
            return small(this);
        }
    }

    private static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
