package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.api.Examples;
import io.bareme.rulebook.Rulebook;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What monitoring reads, by the names that the guide gives. */
@ServiceTest
class MeasuresTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Rulebook rulebook;

    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @Test
    void how_long_decisions_take_is_told_by_verdict() {
        double approved =
                zeroIfNone(value("bareme_decision_seconds_count{kind=\"authorization\",verdict=\"approved\"}"));

        api.authorize(UUID.randomUUID().toString(), Examples.CONSULTATION);

        assertThat(value("bareme_decision_seconds_count{kind=\"authorization\",verdict=\"approved\"}"))
                .isGreaterThan(approved);
        assertThat(measures())
                .contains("bareme_decision_seconds_bucket{kind=\"authorization\",verdict=\"approved\",le=\"");
    }

    @Test
    void how_long_a_persons_decision_takes_to_be_recorded_is_told_with_the_others() {
        String name = "bareme_decision_seconds_count{kind=\"authorization\",verdict=\"refused\"}";
        double refused = zeroIfNone(value(name));

        String address = api.authorize(
                        UUID.randomUUID().toString(), Examples.CONSULTATION.replace("NGAP G", "NGAP GXZ"))
                .header("Location");
        api.post(
                address + "/resolution",
                "{\"by\": \"handler-7\", \"words\": \"vu\", \"refuse\": \"not-covered\"}",
                "Idempotency-Key",
                UUID.randomUUID().toString());

        assertThat(value(name)).isGreaterThan(refused);
    }

    @Test
    void the_edition_in_force_is_told_by_its_hash() {
        assertThat(value("bareme_edition{hash=\"" + rulebook.inForce().hash() + "\"}"))
                .isEqualTo(1);
    }

    @Test
    void what_waits_what_was_shed_and_what_was_decided_anew_is_told() {
        assertThat(value("bareme_journal_waiting")).isNotNegative();
        assertThat(value("bareme_journal_shed_total")).isNotNegative();
        assertThat(value("bareme_limits_conflicts_total")).isNotNegative();
        assertThat(value("bareme_deadline_breaches_total")).isNotNegative();
    }

    @Test
    void the_nearest_deadline_of_what_waits_is_told_by_organisation() throws InterruptedException {
        api.authorize(UUID.randomUUID().toString(), Examples.CONSULTATION.replace("NGAP G", "NGAP GXZ"));

        String name = "bareme_deadline_nearest_seconds{tenant=\"demonstration\"}";
        for (int tries = 0; Double.isNaN(value(name)) && tries < 200; tries++) {
            Thread.sleep(200);
        }
        assertThat(value(name)).isLessThanOrEqualTo(3600);
    }

    private static double zeroIfNone(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    /** Not a number where it is not told. */
    private double value(String name) {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(measures());
        return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
    }

    private String measures() {
        return api.get("/actuator/prometheus", "Authorization", "Bearer " + Tokens.of(port, Tokens.demonstration()))
                .response()
                .body();
    }
}
