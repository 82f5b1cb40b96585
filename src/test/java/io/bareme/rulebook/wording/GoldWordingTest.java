package io.bareme.rulebook.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.SlowEntitlement;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.rulebook.wording.Interpretation.Refused;
import io.bareme.rulebook.wording.Interpretation.Understood;
import io.bareme.values.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published wordings, and what each was said by hand to entitle to in a care situation, before anyone saw the parser. */
class GoldWordingTest {

    @ParameterizedTest
    @MethodSource("amounts")
    void a_wording_entitles_to_what_its_table_means(Gold.Line gold) {
        Interpretation found = WordingReader.read(
                gold.wording(), gold.readings(), gold.situation().currency());

        assertThat(found).as(gold.note()).isInstanceOf(Understood.class);
        Understood understood = (Understood) found;
        BigDecimal entitled =
                SlowEntitlement.entitled(understood.formula(), gold.situation().line(understood.formula()));
        assertThat(entitled.setScale(2, RoundingMode.HALF_UP))
                .as("%s: %s", WordingPrinter.print(understood.formula()), gold.note())
                .isEqualByComparingTo(gold.amount());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_wording_that_says_too_little_or_two_things_is_refused(Gold.Line gold) {
        assertThat(WordingReader.read(
                        gold.wording(), gold.readings(), gold.situation().currency()))
                .as(gold.note())
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("namesAndRemarks")
    void a_cell_whose_words_grant_nothing_is_refused(Map<String, String> cell) {
        assertThat(WordingReader.read(cell.get("wording"), HeaderReadings.USUAL, Currency.EUR))
                .as(cell.get("reason"))
                .isInstanceOf(Refused.class);
    }

    static List<Gold.Line> amounts() {
        return Gold.lines().stream().filter(line -> !line.isRefused()).toList();
    }

    static List<Gold.Line> refusals() {
        return Gold.lines().stream().filter(Gold.Line::isRefused).toList();
    }

    static List<Map<String, String>> namesAndRemarks() {
        return Gold.rows("not-guarantees.csv").stream()
                .filter(row -> row.get("reason").startsWith("words:"))
                .toList();
    }
}
