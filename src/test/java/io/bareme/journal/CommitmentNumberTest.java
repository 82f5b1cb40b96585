package io.bareme.journal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CommitmentNumberTest {

    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";

    @Test
    void a_number_has_the_year_and_no_sign_that_is_taken_for_another() {
        assertThat(CommitmentNumber.drawn(2026)).matches("A26[2-9A-HJ-NP-TV-Z]{9}");
        assertThat(CommitmentNumber.drawn(2103)).startsWith("A03");
    }

    @Test
    void spaces_hyphens_and_small_letters_do_not_matter() {
        String number = CommitmentNumber.drawn(2026);
        String spoken = number.toLowerCase(java.util.Locale.ROOT).replaceAll("(...)", "$1 -");

        assertThat(CommitmentNumber.read(spoken)).contains(number);
        assertThat(CommitmentNumber.read("A26")).isEmpty();
        assertThat(CommitmentNumber.read("")).isEmpty();
    }

    @Property(tries = 300)
    void one_sign_misread_is_no_number(
            @ForAll @IntRange(min = 3, max = 11) int place, @ForAll @IntRange(max = 30) int sign) {
        String number = CommitmentNumber.drawn(2026);
        String misread = number.substring(0, place) + SIGNS.charAt(sign) + number.substring(place + 1);

        assertThat(CommitmentNumber.read(misread).isPresent()).isEqualTo(misread.equals(number));
    }

    @Property(tries = 300)
    void two_signs_exchanged_are_no_number(@ForAll @IntRange(min = 3, max = 10) int place) {
        String number = CommitmentNumber.drawn(2026);
        String exchanged = number.substring(0, place)
                + number.charAt(place + 1)
                + number.charAt(place)
                + number.substring(place + 2);

        assertThat(CommitmentNumber.read(exchanged).isPresent()).isEqualTo(exchanged.equals(number));
    }
}
