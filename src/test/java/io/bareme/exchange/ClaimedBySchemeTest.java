package io.bareme.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.explanation.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scheme claims from the insurer belongs to a file of the one-stop shop: no other pays it to the scheme. */
class ClaimedBySchemeTest {

    private static final String PLACE = "/lines/0/claimedByScheme";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"dossier\": \"full-advance\", ",
                "\"dossier\": \"estimated-complement\", ",
                "\"dossier\": \"remainder\", ",
                "\"dossier\": \"cnss-flow\", "
            })
    void it_is_refused_in_any_other_claim_and_named_with_all_that_is_wrong(String dossier) {
        assertThat(problems(dossier, "-80.00", "0.00", Language.ENGLISH))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("/lines/0/charge");
        assertThat(problems(dossier, "80.00", "0.00", Language.ENGLISH))
                .containsExactly(PLACE + ": The scheme claims a complement in a file of the one-stop shop alone. "
                        + "\"dossier\": one-stop, or no \"claimedByScheme\"");
        assertThat(problems(dossier, "80.00", "24.00", Language.FRENCH))
                .containsExactly(PLACE + ": Le régime ne réclame un complément que dans un dossier de guichet unique. "
                        + "\"dossier\" : one-stop, ou pas de \"claimedByScheme\"");
    }

    @Test
    void a_word_that_is_no_file_is_all_that_is_wrong() {
        assertThat(problems("\"dossier\": \"one stop\", ", "80.00", "24.00", Language.ENGLISH))
                .singleElement()
                .asString()
                .startsWith("/dossier");
        assertThat(problems("\"dossier\": \"one-stop\", ", "80.00", "24.00", Language.ENGLISH))
                .isEmpty();
    }

    private static List<String> problems(String dossier, String charge, String claimed, Language language) {
        String claim = """
                {%s"member": "MA-1", "lines": [{"act": "NGAP_MA C", "date": "2024-06-01", "charge": "%s",
                 "claimedByScheme": "%s"}]}""".formatted(dossier, charge, claimed);
        return ClaimReader.read(claim.getBytes(StandardCharsets.UTF_8), Channel.SIMULATION, LocalDate.of(2024, 7, 1))
                .problems()
                .stream()
                .map(problem -> problem.in(language))
                .map(told -> told.pointer() + ": " + told.message() + ". " + told.allowed())
                .toList();
    }
}
