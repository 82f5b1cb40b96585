package io.bareme.portal.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 | 60",
                "60,5 | 60.5",
                "1 234,50 € | 1234.50",
                "1\u202f234,50 | 1234.50",
                "1,234.50 | 1234.50",
                "1.234,50 | 1234.50",
                "300 mad | 300",
                "0 | 0"
            })
    void an_amount_is_read_as_people_write_it_in_either_language(String typed, BigDecimal number) {
        assertThat(TypedNumber.read(typed)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,234", "1.234", "-5", "1e3", "60,555", "NaN", "12 34 56 78 90 12 34", "soixante"})
    void an_amount_that_reads_two_ways_or_none_is_not_read(String typed) {
        assertThat(TypedNumber.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/06/2024", "3/6/2024", "3.6.2024", "03 06 2024", "03062024", "2024-06-03"})
    void a_day_is_read_day_first(String typed) {
        assertThat(TypedDay.read(typed)).hasValue(LocalDate.of(2024, 6, 3));
        assertThat(TypedDay.shown(typed)).isEqualTo("03/06/2024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31/02/2024", "06/13/2024", "3/6/24", "2024-6-3", "demain", "00/00/0000"})
    void a_day_that_does_not_exist_is_not_read_and_stays_as_typed(String typed) {
        assertThat(TypedDay.read(typed)).isEmpty();
        assertThat(TypedDay.shown(typed)).isEqualTo(typed);
    }
}
