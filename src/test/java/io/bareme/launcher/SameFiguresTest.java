package io.bareme.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.authorization.web.RunningApi;
import io.bareme.authorization.web.ServiceTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import picocli.CommandLine;

@ServiceTest
class SameFiguresTest {

    private static final String CLAIM =
            "{\"received\": \"2024-06-03\", \"cover\": {\"scheme\": \"fr-alsace-moselle\", \"born\": \"1980-01-01\","
                    + " \"contracts\": [{\"product\": \"ccn-formation\", \"level\": \"niveau-1\"}]}, \"provider\":"
                    + " {\"category\": \"non-optam\", \"profession\": \"doctor\"}, \"lines\": [{\"act\": \"NGAP CS\","
                    + " \"date\": \"2024-06-01\", \"charge\": 80.10, \"pathway\": \"out\"}, {\"act\": \"CCAM HBLD634\","
                    + " \"date\": \"2024-06-02\", \"charge\": \"539.00\", \"part\": \"16\"}]}";

    @LocalServerPort
    private int port;

    /** The command says which line of its input it answers. */
    private static final String NUMBER = "{\"line\":1,";

    @Test
    void the_command_and_the_service_answer_a_claim_with_the_same_bytes() {
        var out = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(CLAIM.getBytes(StandardCharsets.UTF_8));
        int exitCode = new CommandLine(new AdjudicateCommand(in, out))
                .execute("--tables", "guarantee-tables", "--claims", "-", "--language", "en");

        assertThat(exitCode).isZero();
        String answer = out.toString(StandardCharsets.UTF_8).strip();
        assertThat(answer).startsWith(NUMBER);
        assertThat(answer.replace(NUMBER, "{"))
                .isEqualTo(new RunningApi(port)
                        .simulate(CLAIM, "Accept-Language", "en")
                        .response()
                        .body())
                .contains("\"local", "pathway-penalty");
    }
}
