package io.bareme.rulebook.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Finding;
import io.bareme.explanation.Messages;
import io.bareme.explanation.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each rule a line that fires it and a line, as near as can be, that does not. */
class RulePairsTest {

    private static final Messages REASONS = new Messages("reasons");
    private static final DroolsRules RULES = RulesOfTheRepository.compiled();

    @ParameterizedTest
    @MethodSource("pairs")
    void a_line_fires_the_rule(Pair pair) {
        assertThat(found(pair.rule(), pair.fires())).containsExactly(pair.finding());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_near_line_does_not_fire_it(Pair pair) {
        assertThat(found(pair.rule(), pair.stays())).isEmpty();
    }

    @Test
    void every_rule_has_its_pair_and_every_pair_its_rule() {
        assertThat(pairs().map(Pair::rule).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        RULES.described().stream().map(CoverageRule::id).toList());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void what_it_finds_can_be_said_in_french_and_english(Pair pair) {
        for (Finding finding : RULES.examine(List.of(pair.fires().facts()))) {
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertThat(Sentences.reason(finding, locale))
                        .doesNotStartWith("reason.")
                        .doesNotContain("{");
                if (finding instanceof Finding.Require require) {
                    assertThat(REASONS.has("document." + require.document(), locale))
                            .isTrue();
                }
            }
        }
    }

    /** As {@code refer late {days=1}}: what the finding asks, its reason, its parameters. */
    private static List<String> found(String rule, SomeLine line) {
        return RULES.examine(List.of(line.facts())).stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(RulePairsTest::said)
                .toList();
    }

    private static String said(Finding finding) {
        String asks = switch (finding) {
            case Finding.Refuse refuse -> "refuse";
            case Finding.Refer refer -> refer.medical() ? "refer to doctor" : "refer";
            case Finding.Require require -> "require " + require.document();
            case Finding.Choose choose -> "choose " + choose.variant().word();
            case Finding.Deduct deduct -> "deduct " + deduct.deduction();
            case Finding.Note note -> "note";
        };
        return asks + ": " + finding.reason() + (finding.parameters().isEmpty() ? "" : " " + finding.parameters());
    }

    static Stream<Pair> pairs() {
        return Stream.concat(PairsOfClaims.all(), PairsOfCare.all());
    }
}
