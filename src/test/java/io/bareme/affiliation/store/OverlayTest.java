package io.bareme.affiliation.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.values.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlayTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int OPEN = 20;

    private record Days(@Nullable Long id, DateRange days) implements DatedRow<Days> {
        @Override
        public Days over(DateRange other, Instant from) {
            return new Days(null, other);
        }
    }

    @Test
    void what_lies_around_the_corrected_days_stands() {
        var overlay = Overlay.of(List.of(new Days(1L, days(0, OPEN))), days(3, 5), Instant.EPOCH);

        assertThat(overlay.touched()).hasSize(1);
        assertThat(overlay.remnants()).extracting(Days::days).containsExactly(days(0, 2), days(6, OPEN));
    }

    @Property(tries = 500)
    void exactly_the_days_outside_the_correction_stand(
            @ForAll @IntRange(max = 15) int first,
            @ForAll @IntRange(max = 15) int length,
            @ForAll @IntRange(max = 15) int correctedFirst,
            @ForAll @IntRange(max = 15) int correctedLength) {
        DateRange days = days(first, Math.min(OPEN, first + length));
        DateRange corrected = days(correctedFirst, Math.min(OPEN, correctedFirst + correctedLength));

        var overlay = Overlay.of(List.of(new Days(1L, days)), corrected, Instant.EPOCH);
        List<Days> standing = overlay.touched().isEmpty() ? List.of(new Days(1L, days)) : overlay.remnants();

        for (int day = 0; day < 40; day++) {
            LocalDate date = START.plusDays(day);
            boolean expected = days.contains(date) && !corrected.contains(date);
            assertThat(standing.stream()
                            .filter(row -> row.days().contains(date))
                            .count())
                    .as("day %d of %s less %s", day, days, corrected)
                    .isEqualTo(expected ? 1 : 0);
        }
    }

    private static DateRange days(int first, int last) {
        return new DateRange(START.plusDays(first), last == OPEN ? null : START.plusDays(last));
    }
}
