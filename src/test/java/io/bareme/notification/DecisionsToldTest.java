package io.bareme.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.access.MasterKeys;
import io.bareme.adjudication.ClaimKind;
import io.bareme.authorization.Referred;
import io.bareme.database.Database;
import io.bareme.decision.Caller;
import io.bareme.journal.Commitment;
import io.bareme.journal.Idempotency;
import io.bareme.journal.Journal;
import io.bareme.journal.Notice;
import io.bareme.journal.StoredDecision;
import io.bareme.tenancy.TenantConnections;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which decisions leave a notice with them, and what became of those that left none before they did. */
class DecisionsToldTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:40:00Z");
    private static final String MIGRATION = "/db/migration/V16__decisions_made_later_are_told_at_once.sql";

    private final HikariDataSource database = Database.fresh();
    private final JdbcClient owner = JdbcClient.create(Database.asOwner(database));
    private final Journal journal = new Journal(database);
    private final Referred referred = new Referred(journal, "ed".repeat(32));

    private final NotificationProperties properties = new NotificationProperties(true);
    private final DataSource connections = TenantConnections.over(database);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Webhooks webhooks = new Webhooks(connections, MasterKeys.random(), properties);
    private final Deliveries deliveries = new Deliveries(connections, clock);
    private final Sending sending = new Sending(webhooks, deliveries, properties, clock);
    private final Receiver receiver = new Receiver();

    @BeforeEach
    void wantEverything() {
        webhooks.add(new Caller(Referred.TENANT, "desk", Set.of(), false), receiver.url(), Event.words(), "k1", "b");
    }

    @AfterEach
    void close() {
        receiver.close();
        database.close();
    }

    @Test
    void a_decision_in_the_place_of_one_that_waited_is_told_and_no_other() {
        StoredDecision settled = referred.settled(referred.by("ada", NOW), NOW);
        referred.settled(settled, NOW);

        assertThat(journal.notices(Referred.TENANT, 10))
                .filteredOn(notice -> notice.kind().startsWith("authorization"))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.decision()).isEqualTo(settled.id());
                    assertThat(notice.client()).isEqualTo("desk");
                    assertThat(notice.at()).isEqualTo(settled.recorded());
                });
    }

    @Test
    void of_an_invoice_it_is_told_by_a_kind_and_a_name_of_its_own() {
        Referred invoices = new Referred(journal, "ed".repeat(32), ClaimKind.INVOICE);
        StoredDecision waited = invoices.by("ada", NOW);
        StoredDecision settled = invoices.settled(waited, NOW);
        invoices.settled(settled, NOW);

        List<JsonNode> messages = sent();

        assertThat(messages).as("once, and no other").hasSize(1);
        JsonNode told = messages.getFirst();
        assertThat(told.path("type").asString()).isEqualTo("invoice.decided");
        assertThat(told.at("/data/invoice").asString()).isEqualTo(settled.id().toString());
        assertThat(told.at("/data/supersedes").asString()).isEqualTo(waited.id().toString());
        assertThat(told.path("data").has("authorization")).isFalse();
    }

    @Test
    void what_becomes_of_a_commitment_does_not_overtake_the_persons_decision_that_made_it() {
        StoredDecision settled = referred.settled(referred.by("ada", NOW), NOW);
        Commitment made = journal.commitmentOf(Referred.TENANT, settled.id()).orElseThrow();
        journal.extend(Referred.TENANT, made, request("extend"), made.lastDay().plusDays(9), null, NOW);
        journal.cancel(Referred.TENANT, made, request("cancel"), "erreur", NOW);

        List<JsonNode> messages = sent();

        assertThat(messages)
                .extracting(message -> message.path("type").asString())
                .containsExactly("authorization.decided", "commitment.extended", "commitment.cancelled");
        assertThat(messages)
                .extracting(message -> Instant.parse(message.path("timestamp").asString()))
                .isSorted()
                .startsWith(settled.recorded());
    }

    private static Idempotency request(String key) {
        return new Idempotency("desk", key, "body");
    }

    /** At the address, in the order in which it comes there. */
    private List<JsonNode> sent() {
        new Passing(journal, webhooks, deliveries).pass(Referred.TENANT);
        while (sending.round(Referred.TENANT) > 0) {
            assertThat(receiver.received()).hasSizeLessThan(10);
        }
        return receiver.received().stream()
                .map(message -> JsonMapper.shared().readTree(message.body()))
                .toList();
    }

    @Test
    void what_the_listener_of_before_had_not_heard_of_is_told_and_what_it_had_told_is_not_told_again()
            throws IOException {
        StoredDecision told = referred.settled(referred.by("ada", NOW), NOW);
        owner.sql("drop trigger noticed on journal.decision; drop function journal.notice_of_decision()")
                .update();
        StoredDecision unheard = referred.settled(referred.by("bob", NOW), NOW);
        assertThat(journal.notices(Referred.TENANT, 10)).hasSize(1);

        owner.sql(migration()).update();

        assertThat(journal.notices(Referred.TENANT, 10))
                .extracting(Notice::decision)
                .containsExactly(told.id(), unheard.id());
        assertThat(journal.notices(Referred.TENANT, 10).getLast().at()).isEqualTo(unheard.recorded());
    }

    private static String migration() throws IOException {
        try (InputStream sql = Objects.requireNonNull(DecisionsToldTest.class.getResourceAsStream(MIGRATION))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
