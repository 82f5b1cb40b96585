package io.bareme.regulation;

import java.time.Duration;
import java.time.Instant;

/** Which time a deadline counts. */
public sealed interface CountedTime permits CountedTime.DayAndNight, WorkingCalendar {

    /** What counts between two moments; zero when the second is not after the first. */
    Duration between(Instant from, Instant to);

    /** The first moment by which so much has been counted. */
    Instant after(Instant from, Duration counted);

    /** All time counts, at night and on holidays too. */
    record DayAndNight() implements CountedTime {

        @Override
        public Duration between(Instant from, Instant to) {
            return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
        }

        @Override
        public Instant after(Instant from, Duration counted) {
            return from.plus(counted);
        }
    }
}
