package io.bareme.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Finding;
import io.bareme.adjudication.Step;
import io.bareme.adjudication.Verdict;
import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Scope;
import io.bareme.regulation.CareKind;
import io.bareme.values.Confidence;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final Messages STEPS = new Messages("steps");
    private static final Pattern STEP_CODE = Pattern.compile("\\b(?:step|new Step)\\(\\s*\"([a-z-]+)\"");
    private static final Money HALF_OF_IT = Money.of("1234.50", Currency.EUR);

    @Test
    void a_step_is_told_in_french() {
        assertThat(Sentences.step(share(Confidence.LAW, "84.00 EUR"), Locale.FRANCE))
                .isEqualTo(
                        "150\u00a0% de la base de remboursement (120,00\u00a0€), soit 180,00\u00a0€ moins 84,00\u00a0€ déjà payés"
                                + " par le régime obligatoire : 1\u202f234,50\u00a0€.");
    }

    @Test
    void a_step_is_told_in_english() {
        assertThat(Sentences.step(share(Confidence.LAW, "84.00 EUR"), Locale.UK))
                .isEqualTo("150% of the reimbursement base (€120.00), that is €180.00 less €84.00 already paid"
                        + " by the compulsory scheme: €1,234.50.");
    }

    @Test
    void what_is_nothing_is_left_unsaid() {
        assertThat(Sentences.step(share(Confidence.LAW, "0.00 EUR"), Locale.UK))
                .isEqualTo("150% of the reimbursement base (€120.00): €1,234.50.");
    }

    @Test
    void a_value_below_official_is_said_to_be_weak() {
        assertThat(Sentences.step(share(Confidence.INF, "0.00 EUR"), Locale.FRANCE))
                .endsWith("À vérifier : cette valeur est déduite d'autres valeurs publiées (article 1).");
        assertThat(Sentences.isWeak(share(Confidence.INF, "0.00 EUR"))).isTrue();
        assertThat(Sentences.isWeak(share(Confidence.OFF, "0.00 EUR"))).isFalse();
    }

    @Test
    void printed_words_are_repeated_as_they_stand() {
        Step step = new Step(
                "guarantee",
                Map.of("product", "P", "level", "L", "poste", "Soins [1] {x}", "wording", "100 % BR"),
                null,
                null);

        assertThat(Sentences.step(step, Locale.FRANCE))
                .isEqualTo("Garantie de P, L, ligne « Soins [1] {x} » : « 100 % BR ».");
    }

    @Test
    void an_amount_in_dirhams_bears_its_name() {
        Money amount = Money.of("1234.50", Currency.MAD);

        assertThat(Amounts.money(amount, Locale.FRANCE)).isEqualTo("1\u202f234,50\u00a0MAD");
        assertThat(Amounts.money(amount, Locale.UK)).isEqualTo("MAD\u00a01,234.50");
        assertThat(Amounts.money(Money.of("-0.05", Currency.EUR), Locale.FRANCE))
                .isEqualTo("-0,05\u00a0€");
    }

    @Test
    void a_reason_without_a_sentence_is_told_by_its_code() {
        Finding finding = new Finding.Refuse("r", 1, "no-such-reason-at-all", Map.of());

        assertThat(Sentences.reason(finding, Locale.FRANCE)).contains("no-such-reason-at-all");
    }

    @Test
    void every_step_of_the_core_has_a_sentence_in_both_languages() throws IOException {
        Set<String> codes = codesIn(Path.of("src/main/java"));

        assertThat(codes).contains("base", "compulsory", "term-share", "limit-amount", "contract");
        for (Language language : Language.values()) {
            assertThat(codes.stream().map(code -> "step." + code)).isSubsetOf(STEPS.keys(language.locale()));
        }
    }

    @Test
    void no_sentence_tells_a_step_that_is_gone() throws IOException {
        String sources = String.join("\n", texts(Path.of("src/main/java")));

        assertThat(STEPS.keys(Locale.FRENCH).stream()
                        .filter(key -> key.startsWith("step."))
                        .map(key -> '"' + key.substring("step.".length()) + '"'))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(sources.contains(code)).as(code).isTrue());
    }

    @Test
    void both_languages_say_the_same_things_with_the_same_parameters() {
        assertThat(STEPS.keys(Locale.FRENCH)).isEqualTo(STEPS.keys(Locale.ENGLISH));
        assertThat(STEPS.keys(Locale.FRENCH))
                .allSatisfy(key ->
                        assertThat(parameters(key, Locale.FRENCH)).as(key).isEqualTo(parameters(key, Locale.ENGLISH)));
    }

    @Test
    void every_code_that_a_sentence_may_name_has_its_word() {
        Stream<String> words = Stream.of(
                        Arrays.stream(Basis.values()).map(basis -> "word.basis." + basis),
                        Arrays.stream(Scope.values()).map(scope -> "word.scope." + scope),
                        Arrays.stream(CareKind.values()).map(kind -> "word.kind." + kind.word()),
                        Arrays.stream(Verdict.values()).map(verdict -> "word.verdict." + verdict),
                        Arrays.stream(Confidence.values()).map(confidence -> "word.confidence." + confidence))
                .flatMap(keys -> keys);

        assertThat(words).isSubsetOf(STEPS.keys(Locale.FRENCH));
    }

    @Test
    void people_are_answered_in_french_unless_they_ask_for_english() {
        assertThat(Language.accepted(null)).isEqualTo(Language.FRENCH);
        assertThat(Language.accepted("en-US,en;q=0.9,fr;q=0.1")).isEqualTo(Language.ENGLISH);
        assertThat(Language.accepted("de, en;q=0.5")).isEqualTo(Language.ENGLISH);
        assertThat(Language.accepted("ar-MA")).isEqualTo(Language.FRENCH);
        assertThat(Language.accepted(";;;q=banana")).isEqualTo(Language.FRENCH);
    }

    private static Step share(Confidence confidence, String deducted) {
        return new Step(
                "term-share",
                Map.of(
                        "rate",
                        "150 %",
                        "basis",
                        "BASE",
                        "of",
                        "120.00 EUR",
                        "gross",
                        "180.00 EUR",
                        "deducted",
                        deducted),
                HALF_OF_IT,
                new Source("f", "p", "article 1", confidence));
    }

    /** The codes written where a step is made. */
    private static Set<String> codesIn(Path sources) throws IOException {
        Set<String> codes = new TreeSet<>(List.of("participation", "franchise", "not-computed")); // named by variables
        for (String text : texts(sources)) {
            STEP_CODE.matcher(text).results().forEach(found -> codes.add(found.group(1)));
        }
        return codes;
    }

    private static List<String> texts(Path sources) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static Set<String> parameters(String key, Locale locale) {
        Set<String> names = new TreeSet<>();
        Pattern.compile("\\{([a-zA-Z]+)}")
                .matcher(STEPS.text(key, locale))
                .results()
                .forEach(found -> names.add(found.group(1)));
        return names;
    }
}
