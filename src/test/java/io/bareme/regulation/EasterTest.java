package io.bareme.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EasterTest {

    @Test
    void easter_falls_where_calendars_have_it() {
        assertThat(IntStream.of(1818, 1943, 2008, 2024, 2025, 2026, 2027, 2038).mapToObj(Easter::in))
                .containsExactlyElementsOf(List.of(
                        LocalDate.of(1818, 3, 22),
                        LocalDate.of(1943, 4, 25),
                        LocalDate.of(2008, 3, 23),
                        LocalDate.of(2024, 3, 31),
                        LocalDate.of(2025, 4, 20),
                        LocalDate.of(2026, 4, 5),
                        LocalDate.of(2027, 3, 28),
                        LocalDate.of(2038, 4, 25)));
    }

    @Test
    void easter_is_a_sunday_between_22_march_and_25_april() {
        assertThat(IntStream.rangeClosed(1900, 2999).mapToObj(Easter::in)).allSatisfy(easter -> {
            assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(easter.withYear(2000)).isBetween(LocalDate.of(2000, 3, 22), LocalDate.of(2000, 4, 25));
        });
    }
}
