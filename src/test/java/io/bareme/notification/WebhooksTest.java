package io.bareme.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.access.MasterKeys;
import io.bareme.authorization.MovingClock;
import io.bareme.authorization.Referred;
import io.bareme.database.Database;
import io.bareme.decision.Caller;
import io.bareme.journal.Journal;
import io.bareme.journal.Notice;
import io.bareme.journal.StoredDecision;
import io.bareme.notification.Receiver.Message;
import io.bareme.notification.Webhooks.Added;
import io.bareme.tenancy.Tenancy;
import io.bareme.tenancy.TenantConnections;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages to a client's server that takes them, fails, hangs and forgets. */
class WebhooksTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:40:00Z");
    private static final Caller DESK = new Caller(Referred.TENANT, "desk", Set.of(), false);
    private static final Caller OTHER = new Caller(Referred.TENANT, "other", Set.of(), true);

    private final HikariDataSource database = Database.fresh();
    private final DataSource connections = TenantConnections.over(database);
    private final MovingClock clock = new MovingClock(NOW);
    private final Journal journal = new Journal(database);
    private final NotificationProperties properties = new NotificationProperties(true);
    private final Webhooks webhooks = new Webhooks(connections, MasterKeys.random(), properties);
    private final Deliveries deliveries = new Deliveries(connections, clock);
    private final Passing passing = new Passing(journal, webhooks, deliveries);
    private final Sending sending = new Sending(webhooks, deliveries, properties, clock);
    private final Referred referred = new Referred(journal, "ed".repeat(32));
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
        database.close();
    }

    @Test
    void a_decision_made_later_by_a_person_is_told_signed_without_anything_of_the_person_or_the_care() {
        Webhook webhook = added(List.of("authorization.decided"));
        StoredDecision waited = referred.by("quentin", NOW);
        StoredDecision settled = referred.settled(waited, NOW.plusSeconds(60));

        pass();
        assertThat(round()).isEqualTo(1);
        assertThat(round()).isZero();

        Message message = receiver.received().getFirst();
        JsonNode body = JsonMapper.shared().readTree(message.body());
        assertThat(receiver.received()).hasSize(1);
        assertThat(message.signature())
                .isEqualTo(Signature.of(
                        webhook.secret(), message.id(), Long.parseLong(message.timestamp()), message.body()));
        assertThat(message.timestamp()).isEqualTo(String.valueOf(NOW.getEpochSecond()));
        assertThat(body.path("type").asString()).isEqualTo("authorization.decided");
        assertThat(body.path("timestamp").asString())
                .isEqualTo(settled.recorded().toString());
        assertThat(body.at("/data/authorization").asString())
                .isEqualTo(settled.id().toString());
        assertThat(body.at("/data/supersedes").asString()).isEqualTo(waited.id().toString());
        assertThat(body.at("/data/verdict").asString()).isEqualTo("approved");
        assertThat(message.body()).doesNotContain("quentin", "GXZ", "\"30.00\"");
        assertThat(message.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(500);
    }

    @Test
    void what_a_client_did_not_ask_for_and_what_others_asked_for_is_not_told() {
        added(List.of("commitment.expired"));
        webhooks.add(OTHER, receiver.url(), Event.words(), "k2", "b");
        referred.settled(referred.by("ada", NOW), NOW);

        pass();

        assertThat(round()).isZero();
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void what_happened_before_an_address_was_made_is_not_for_it_even_when_it_is_passed_on_later() {
        StoredDecision decision = referred.by("ada", NOW);
        journal.tell(Referred.TENANT, decision.id(), "deadline.warning", "50");
        added(List.of("deadline.warning"));
        journal.tell(Referred.TENANT, decision.id(), "deadline.warning", "75");

        pass();
        round();

        assertThat(percents()).containsExactly(75);
    }

    @Test
    void a_server_that_fails_is_tried_again_after_growing_pauses_with_the_same_id() {
        added(List.of("deadline.warning"));
        receiver.answer(n -> n == 0 ? 500 : n == 1 ? 302 : n == 2 ? Receiver.FORGETS : 204);
        warn(referred.by("ada", NOW), 50);

        assertThat(round()).isZero();
        assertThat(round()).as("not before its pause is over").isZero();
        for (Duration pause : Deliveries.PAUSES.subList(0, 3)) {
            clock.advance(pause.minusSeconds(1));
            round();
            int before = receiver.received().size();
            clock.advance(Duration.ofSeconds(1));
            round();
            assertThat(receiver.received()).hasSize(before + 1);
        }

        assertThat(receiver.received())
                .hasSize(4)
                .extracting(Message::id)
                .containsOnly(receiver.received().getFirst().id());
        assertThat(deliveries.dead(DESK, 0, 500)).isEmpty();
        assertThat(attempts()).containsExactly("500", "302", "no answer", "204");
    }

    @Test
    void a_server_that_hangs_holds_up_nobody_for_long() {
        added(List.of("deadline.warning"));
        try (Receiver quick = new Receiver()) {
            webhooks.add(DESK, quick.url(), List.of("deadline.warning"), "k2", "b");
            receiver.answer(_ -> Receiver.HANGS);
            warn(referred.by("ada", NOW), 50);
            long began = System.nanoTime();

            assertThat(round()).isEqualTo(1);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
            assertThat(quick.received()).hasSize(1);
            assertThat(attempts()).containsExactlyInAnyOrder("204", "no answer");
        }
    }

    @Test
    void an_address_that_fails_with_hundreds_of_messages_keeps_no_other_from_its_own() {
        Webhook failing = added(List.of("deadline.warning"));
        receiver.answer(_ -> 500);
        waiting(failing, 300);
        try (Receiver mine = new Receiver();
                Receiver anothers = new Receiver()) {
            clock.advance(Duration.ofSeconds(1));
            waiting(made(DESK, mine.url()), 3);
            waiting(made(OTHER, anothers.url()), 3);

            assertThat(round()).isEqualTo(6);

            assertThat(receiver.received()).as("one try").hasSize(1);
            assertThat(mine.received()).hasSize(3);
            assertThat(anothers.received()).hasSize(3);
        }
    }

    @Test
    void an_address_that_is_slow_gets_the_rest_of_its_messages_in_later_rounds() {
        Webhook slow = added(List.of("deadline.warning"));
        receiver.answer(_ -> {
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            return 204;
        });
        waiting(slow, 5);

        assertThat(round()).isEqualTo(3);
        assertThat(round()).isEqualTo(2);
    }

    @Test
    void an_answer_without_an_end_is_not_read() {
        added(List.of("deadline.warning"));
        receiver.answer(_ -> 200);
        warn(referred.by("ada", NOW), 50);

        assertThat(round()).isEqualTo(1);
    }

    @Test
    void of_one_decision_nothing_overtakes_what_came_before_of_others_it_does() {
        added(List.of("deadline.warning", "deadline.breached"));
        receiver.answer(n -> n == 0 ? 500 : 204);
        StoredDecision one = referred.by("ada", NOW);
        warn(one, 50);
        round();
        warn(one, 75);
        warn(referred.by("bob", NOW), 50);
        round();

        assertThat(percents())
                .as("the first of ada failed, the second waits for it")
                .containsExactly(50, 50);
        clock.advance(Deliveries.PAUSES.getFirst());
        round();
        round();
        assertThat(percents()).containsExactly(50, 50, 50, 75);
    }

    @Test
    void after_more_than_a_day_a_message_is_given_up_and_sent_anew_by_hand() {
        added(List.of("deadline.warning"));
        receiver.answer(_ -> 503);
        warn(referred.by("ada", NOW), 50);
        round();
        for (Duration pause : Deliveries.PAUSES) {
            clock.advance(pause);
            round();
        }
        clock.advance(Duration.ofDays(2));
        round();

        List<Delivery.Dead> dead = deliveries.dead(DESK, 0, 500);
        assertThat(Deliveries.PAUSES.stream().reduce(Duration.ZERO, Duration::plus))
                .isGreaterThan(Duration.ofDays(1));
        assertThat(receiver.received()).hasSize(Deliveries.PAUSES.size() + 1);
        assertThat(dead).singleElement().satisfies(one -> {
            assertThat(one.status()).isEqualTo(503);
            assertThat(one.delivery().tries()).isEqualTo(9);
        });
        UUID id = dead.getFirst().delivery().id();
        assertThat(deliveries.dead(OTHER, 0, 500)).isEmpty();
        assertThat(deliveries.retry(OTHER, id)).isFalse();

        receiver.answer(_ -> 204);
        assertThat(deliveries.retry(DESK, id)).isTrue();
        assertThat(deliveries.retry(DESK, id)).isTrue();
        assertThat(round()).isEqualTo(1);
        assertThat(deliveries.dead(DESK, 0, 500)).isEmpty();
        assertThat(attempts()).hasSize(10);
    }

    @Test
    void what_was_passed_on_and_not_ticked_off_is_not_sent_twice() {
        added(List.of("deadline.warning"));
        warn(referred.by("ada", NOW), 50);
        JdbcClient.create(Database.asOwner(database))
                .sql("update journal.notice set passed_at = null")
                .update();
        pass();
        round();
        round();

        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void an_address_that_was_removed_is_sent_nothing_more() {
        Webhook webhook = added(List.of("deadline.warning"));
        warn(referred.by("ada", NOW), 50);

        assertThat(webhooks.remove(OTHER, webhook.id())).isFalse();
        assertThat(webhooks.remove(DESK, webhook.id())).isTrue();
        assertThat(webhooks.remove(DESK, webhook.id())).isFalse();

        assertThat(round()).isZero();
        assertThat(webhooks.of(DESK)).isEmpty();
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void an_address_is_made_once_for_each_key_and_its_secret_lies_encrypted() {
        Webhook first = added(List.of("deadline.warning"));
        Added again = webhooks.add(DESK, receiver.url(), List.of("deadline.warning"), "k1", "b");
        Added other = webhooks.add(DESK, receiver.url(), List.of("deadline.warning"), "k1", "c");

        assertThat(again).isEqualTo(new Added.Done(first, true));
        assertThat(other).isEqualTo(new Added.KeyUsed());
        assertThat(first.secret()).startsWith("whsec_");
        byte[] kept = JdbcClient.create(Database.asOwner(database))
                .sql("select secret from notification.webhook")
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(first.secret().substring(6));
    }

    @Test
    void a_client_has_ten_addresses_at_most() {
        for (int n = 0; n < Webhooks.MOST; n++) {
            assertThat(webhooks.add(DESK, receiver.url(), Event.words(), "key" + n, "b"))
                    .isInstanceOf(Added.Done.class);
        }

        assertThat(webhooks.add(DESK, receiver.url(), Event.words(), "one more", "b"))
                .isEqualTo(new Added.TooMany());
    }

    private Webhook added(List<String> events) {
        return made(DESK, receiver.url(), events, "k1");
    }

    private Webhook made(Caller client, String url) {
        return made(client, url, List.of("deadline.warning"), "k2");
    }

    private Webhook made(Caller client, String url, List<String> events, String key) {
        Added added = webhooks.add(client, url, events, key, "b");
        assertThat(added).isInstanceOf(Added.Done.class);
        return ((Added.Done) added).webhook();
    }

    /** Messages for an address, each of a decision of its own. */
    private void waiting(Webhook webhook, int messages) {
        Tenancy.as(Referred.TENANT, () -> {
            for (int n = 0; n < messages; n++) {
                Notice notice =
                        new Notice(UUID.randomUUID(), "deadline.warning", UUID.randomUUID(), webhook.client(), "", NOW);
                deliveries.add(Referred.TENANT, webhook, notice, "{}");
            }
            return messages;
        });
    }

    private void warn(StoredDecision decision, int percent) {
        journal.tell(Referred.TENANT, decision.id(), "deadline.warning", String.valueOf(percent));
        pass();
    }

    private void pass() {
        passing.pass(Referred.TENANT);
    }

    private int round() {
        return sending.round(Referred.TENANT);
    }

    private List<Integer> percents() {
        return receiver.received().stream()
                .map(message -> JsonMapper.shared()
                        .readTree(message.body())
                        .at("/data/percent")
                        .asInt())
                .toList();
    }

    private List<String> attempts() {
        return JdbcClient.create(Database.asOwner(database))
                .sql("select coalesce(status::text, 'no answer') from notification.attempt order by at, number")
                .query(String.class)
                .list();
    }
}
