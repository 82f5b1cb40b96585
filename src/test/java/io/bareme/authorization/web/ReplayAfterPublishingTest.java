package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi.Answer;
import io.bareme.rulebook.EditionReading;
import io.bareme.rulebook.Rulebook;
import io.bareme.rulebook.files.EditionSources;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
@Isolated("it publishes another edition on the service that other tests share")
class ReplayAfterPublishingTest {

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
    void a_replay_gives_the_same_bytes_also_when_another_edition_is_in_force() {
        Answer before = api.authorize(newKey(), Examples.CONSULTATION);
        EditionSources original = rulebook.sourcesInForce();
        try {
            assertThat(rulebook.publish(withDearerConsultation(original))).isInstanceOf(EditionReading.Ready.class);
            Answer after = api.simulate(Examples.CONSULTATION);
            Answer replay = api.replay(before.at("/id"));

            assertThat(after.at("/edition")).isNotEqualTo(before.at("/edition"));
            assertThat(after.at("/lines/0/base")).isEqualTo("26.40");
            assertThat(replay.at("/identical")).isEqualTo("true");
            assertThat(replay.at("/edition")).isEqualTo(before.at("/edition"));
            assertThat(replay.at("/hash")).matches("[0-9a-f]{64}");
            assertThat(replay.json().at("/differences").size()).isZero();
        } finally {
            rulebook.publish(original);
        }
    }

    private static EditionSources withDearerConsultation(EditionSources original) {
        Map<String, byte[]> files = new TreeMap<>(original.files());
        files.computeIfPresent(
                "rules/regulation/fr/tariff/g.yaml",
                (_, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("value: 30.00", "value: 26.40")
                        .getBytes(StandardCharsets.UTF_8));
        return EditionSources.of(files);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
