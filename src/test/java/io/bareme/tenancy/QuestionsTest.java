package io.bareme.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QuestionsTest {

    /** One journey: for whom, and what was asked. */
    private record Journey(String tenant, List<Integer> asked) {}

    private final ConcurrentLinkedQueue<Journey> journeys = new ConcurrentLinkedQueue<>();
    private final Semaphore road = new Semaphore(0);
    private final Questions<Integer, String> questions = new Questions<>(this::answers, 2);

    private Map<Integer, String> answers(List<Integer> asked) {
        String tenant = Tenancy.current().orElseThrow();
        journeys.add(new Journey(tenant, asked));
        road.acquireUninterruptibly();
        if (asked.contains(1_013)) {
            throw new IllegalArgumentException("thirteen");
        }
        Map<Integer, String> answers = new HashMap<>();
        asked.stream().filter(question -> question > 0).forEach(question -> answers.put(question, tenant + question));
        return answers;
    }

    @Test
    void one_alone_is_answered_at_once_and_what_is_unknown_has_no_answer() {
        road.release(2);

        assertThat(questions.ask("one", 1)).contains("one1");
        assertThat(questions.ask("one", -1)).isEmpty();
    }

    @Test
    void those_who_ask_while_others_are_answered_go_together_and_organisations_apart() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<String>>> answers = new ArrayList<>();
            for (int n = 1; n <= 200; n++) {
                int question = n;
                answers.add(threads.submit(() -> questions.ask(question % 2 == 0 ? "one" : "other", question)));
            }
            while (journeys.size() < 4) {
                Thread.sleep(1); // ends with the time limit, as spinning does not
            }
            Thread.sleep(200);
            road.release(1_000);
            for (int n = 1; n <= 200; n++) {
                assertThat(answers.get(n - 1).get()).contains((n % 2 == 0 ? "one" : "other") + n);
            }
        }

        assertThat(journeys).hasSizeLessThan(20);
        assertThat(journeys)
                .allMatch(journey -> journey.asked().stream()
                        .allMatch(question -> journey.tenant().equals(question % 2 == 0 ? "one" : "other")));
    }

    @Test
    void one_that_cannot_be_answered_spoils_nothing_for_the_others() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<String>>> answers = new ArrayList<>();
            for (int n = 1_010; n <= 1_015; n++) {
                int question = n;
                answers.add(threads.submit(() -> questions.ask("one", question)));
            }
            road.release(1_000);

            assertThat(answers.get(2).get()).contains("one1012");
            assertThatThrownBy(answers.get(3)::get).hasRootCauseMessage("thirteen");
            assertThat(answers.get(4).get()).contains("one1014");
        }
    }

    @Test
    void nobody_is_forgotten_however_many_ask() throws Exception {
        road.release(1_000_000);
        var all = new CountDownLatch(20_000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 1; n <= 20_000; n++) {
                int question = n * 20;
                threads.submit(() -> {
                    if (questions.ask("one", question).equals(Optional.of("one" + question))) {
                        all.countDown();
                    }
                });
            }
        }
        assertThat(all.getCount()).isZero();
    }
}
