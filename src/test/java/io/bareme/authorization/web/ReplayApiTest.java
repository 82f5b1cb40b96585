package io.bareme.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.api.Examples;
import io.bareme.authorization.web.RunningApi.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class ReplayApiTest {

    private static final String LOST = "0".repeat(64);

    @LocalServerPort
    private int port;

    private RunningApi api;
    private String address;

    @BeforeEach
    void record() {
        api = new RunningApi(port);
        Answer asked = api.authorize(UUID.randomUUID().toString(), Examples.CONSULTATION);
        address = "/api/v1/decisions/" + asked.at("/id") + "/replay";
    }

    @Test
    void a_decision_is_replayed_under_an_edition_that_is_named() {
        Answer own = api.post(address, "");
        Answer inForce = api.post(address + "?edition=in-force", "");
        Answer named = api.post(address + "?edition=" + own.at("/edition"), "");

        assertThat(inForce.status()).isEqualTo(200);
        assertThat(inForce.at("/identical")).isEqualTo("true");
        assertThat(inForce.at("/editionNow")).isEqualTo(own.at("/edition"));
        assertThat(named.json()).isEqualTo(own.json());
        assertThat(api.post(address + "?edition=" + LOST, "", "Accept-Language", "en")
                        .assertProblem(409, "edition-lost")
                        .at("/title"))
                .isEqualTo("The edition asked for cannot be read");
        assertThat(api.post(address + "?edition=last-week", "", "Accept-Language", "en")
                        .assertProblem(400, "bad-request")
                        .errors())
                .containsExactly("/edition: This is not an edition");
    }

    @Test
    void a_time_is_replayed_and_every_decision_has_its_bytes() {
        String now = "/api/v1/decisions/replays?from=" + Instant.now().minus(Duration.ofHours(1)) + "&to="
                + Instant.now().plus(Duration.ofHours(1));

        Answer page = api.get(now + "&size=1");
        Answer next = api.get(now + "&size=500&after=" + page.at("/next"));

        assertThat(page.at("/replayed")).isEqualTo("1");
        assertThat(page.at("/identical")).isEqualTo("1");
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.at("/identical")).isEqualTo(next.at("/replayed"));
        assertThat(next.json().path("different")).isEmpty();
        assertThat(next.json().has("next")).isFalse();
    }

    @Test
    void everything_wrong_with_a_time_to_replay_is_named() {
        String replays = "/api/v1/decisions/replays";

        assertThat(wrong(replays)).containsExactly("/from: This field is required", "/to: This field is required");
        assertThat(wrong(replays + "?from=x&size=0&to=&edition=zz&after=the-last&q=1"))
                .containsExactly(
                        "/from: This is not a moment",
                        "/to: This is not a moment",
                        "/edition: This is not an edition",
                        "/after: This is not a place in the list",
                        "/size: This number is out of bounds",
                        "/q: There is no such field");
        assertThat(wrong(replays + "?from=2026-11-22T00:00:00Z&to=2026-11-21T00:00:00Z"))
                .containsExactly("/to: The end comes before the start");
        assertThat(wrong(replays + "?from=1960-01-01T00:00:00Z&from=x&to=2026-11-21T00:00:00Z"))
                .containsExactly(
                        "/from: This moment is out of bounds", "/from: This parameter of the address is there 2 times");
    }

    private List<String> wrong(String path) {
        return api.get(path, "Accept-Language", "en")
                .assertProblem(400, "bad-request")
                .errors();
    }
}
