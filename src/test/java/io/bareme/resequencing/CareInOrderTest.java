package io.bareme.resequencing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.adjudication.Owed;
import io.bareme.adjudication.Owed.Payee;
import io.bareme.adjudication.Verdict;
import io.bareme.database.Database;
import io.bareme.decision.Caller;
import io.bareme.decision.Households;
import io.bareme.journal.Derived;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import io.bareme.resequencing.Resequencings.Approval;
import io.bareme.rulebook.Fixtures;
import io.bareme.rulebook.Rulebook;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Care out of the order of its days, worked out by hand. Each test has a household of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class CareInOrderTest {

    private static final String TENANT = "in-order";
    private static final String OSTEOPATHY = "osteopathie";
    private static final String PSYCHOLOGIST = "seance-psychologue-non-remboursee";
    private static final String NICOTINE = "sevrage-tabagique";

    private final HikariDataSource database = Database.fresh();
    private final Journal journal = new Journal(database);
    private Households households;
    private Resequencings resequencings;
    private Caller caller;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        Rulebook rulebook =
                Fixtures.rulebook(Path.of("rules"), Path.of("src/test/resources/stress/guarantee-tables"), home);
        households = new Households(
                TENANT,
                rulebook,
                journal,
                "year/ana",
                "count/ben",
                "family/cleo",
                "family/dan",
                "rolling/eva",
                "two/fay",
                "promise/gus",
                "calm/hal",
                "twice/ivy",
                "moved/jon",
                "years/kim",
                "same/lou",
                "blind/mia");
        resequencings = new Resequencings(journal, rulebook, Households.CLOCK);
        caller = households.caller();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void the_first_care_of_the_year_comes_first_whenever_its_invoice_comes() {
        StoredDecision march = households.given("ana", OSTEOPATHY, "2026-03-10", 1, "250.00");
        StoredDecision may = households.given("ana", OSTEOPATHY, "2026-05-04", 1, "120.00");
        assertThat(resequencings.after(TENANT, may)).isEmpty();
        StoredDecision february = households.given("ana", OSTEOPATHY, "2026-02-01", 1, "200.00");
        assertThat(List.of(paid(march), paid(may), paid(february))).containsExactly(250_00L, 120_00L, 30_00L);

        Resequencing found = resequencings.after(TENANT, february).orElseThrow();

        assertThat(found.corrections())
                .extracting(one -> one.was().id())
                .containsExactly(february.id(), march.id(), may.id());
        assertThat(found.corrections())
                .extracting(Correction::net)
                .containsExactly(eur(170_00), eur(-50_00), eur(-120_00));
        assertThat(found.net()).isEqualTo(eur(0));
        assertThat(found.corrections().get(1).owed())
                .containsExactly(new Owed("E1", "envelopes", "seul", Payee.PROVIDER, eur(-50_00)));

        List<StoredDecision> now = approved(february.id());

        assertThat(now).extracting(CareInOrderTest::paid).containsExactly(200_00L, 200_00L, 0L);
        assertThat(now).extracting(StoredDecision::supersedes).containsExactly(february.id(), march.id(), may.id());
        assertThat(journal.consumptionOf(TENANT, now.getFirst().input().rights())
                        .counters()
                        .values())
                .allSatisfy(counter -> assertThat(counter.used()).isEqualTo(eur(400_00)));
        assertThat(resequencings.find(caller, february.id()).orElseThrow().corrections())
                .isEmpty();
        assertCountersAreTheirLedger();
    }

    @Test
    void a_limit_in_number_gives_its_units_to_the_first_care() {
        StoredDecision march = households.given("ben", NICOTINE, "2026-03-10", 4, "160.00");
        StoredDecision february = households.given("ben", NICOTINE, "2026-02-01", 3, "120.00");
        assertThat(List.of(paid(march), paid(february))).containsExactly(140_00L, 35_00L);

        assertThat(approved(february.id())).extracting(CareInOrderTest::paid).containsExactly(105_00L, 70_00L);
        assertCountersAreTheirLedger();
    }

    @Test
    void an_envelope_of_the_family_is_shared_in_the_order_of_everybodys_care() {
        StoredDecision june = households.given("cleo", OSTEOPATHY, "2026-06-01", 1, "300.00");
        StoredDecision july = households.given("dan", OSTEOPATHY, "2026-07-01", 1, "300.00");
        StoredDecision january = households.given("dan", OSTEOPATHY, "2026-01-15", 1, "50.00");
        assertThat(List.of(paid(june), paid(july), paid(january))).containsExactly(300_00L, 100_00L, 0L);

        Resequencing found = resequencings.after(TENANT, january).orElseThrow();

        assertThat(found.corrections())
                .extracting(one -> one.was().id())
                .as("what cleo was paid stays")
                .containsExactly(january.id(), july.id());
        assertThat(found.corrections()).extracting(Correction::net).containsExactly(eur(50_00), eur(-50_00));
        assertThat(approved(january.id())).extracting(CareInOrderTest::paid).containsExactly(50_00L, 50_00L);
        assertCountersAreTheirLedger();
    }

    @Test
    void two_years_from_date_to_date_begin_with_the_first_care() {
        StoredDecision may = households.given("eva", PSYCHOLOGIST, "2026-05-04", 1, "200.00");
        StoredDecision february = households.given("eva", PSYCHOLOGIST, "2026-02-01", 1, "100.00");
        assertThat(february.decision().verdict()).isEqualTo(Verdict.REFERRED);

        Resequencing found = resequencings.after(TENANT, february).orElseThrow();

        assertThat(found.corrections()).extracting(Correction::net).containsExactly(eur(100_00), eur(-50_00));
        List<StoredDecision> now = approved(february.id());
        assertThat(now).extracting(CareInOrderTest::paid).containsExactly(100_00L, 150_00L);
        assertThat(now).allMatch(Households::isSettled);
        assertThat(now.getLast().decision().movements())
                .extracting(one -> one.key().substring(one.key().lastIndexOf('/') + 1))
                .containsExactly("months-24-from-2026-02-01");
        assertThat(paid(may)).isEqualTo(200_00);
        assertCountersAreTheirLedger();
    }

    @Test
    void two_contracts_with_limits_of_their_own_are_each_put_in_order() {
        StoredDecision march = households.given("fay", OSTEOPATHY, "2026-03-10", 1, "500.00");
        StoredDecision may = households.given("fay", OSTEOPATHY, "2026-05-04", 1, "250.00");
        StoredDecision february = households.given("fay", OSTEOPATHY, "2026-02-01", 1, "300.00");
        assertThat(List.of(paid(march), paid(may), paid(february))).containsExactly(500_00L, 200_00L, 0L);

        Resequencing found = resequencings.after(TENANT, february).orElseThrow();

        assertThat(found.corrections())
                .flatExtracting(Correction::owed)
                .extracting(Owed::enrolment, Owed::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("E1", eur(300_00)),
                        org.assertj.core.groups.Tuple.tuple("E1", eur(-300_00)),
                        org.assertj.core.groups.Tuple.tuple("E2", eur(200_00)),
                        org.assertj.core.groups.Tuple.tuple("E2", eur(-200_00)));
        assertThat(approved(february.id())).extracting(CareInOrderTest::paid).containsExactly(300_00L, 400_00L, 0L);
        assertCountersAreTheirLedger();
    }

    @Test
    void what_is_reserved_for_a_promise_is_given_to_nobody() {
        households.asked("gus", OSTEOPATHY, "2026-12-01", "150.00");
        StoredDecision march = households.given("gus", OSTEOPATHY, "2026-03-10", 1, "200.00");
        StoredDecision february = households.given("gus", OSTEOPATHY, "2026-02-01", 1, "300.00");
        assertThat(List.of(paid(march), paid(february))).containsExactly(200_00L, 50_00L);

        assertThat(approved(february.id())).extracting(CareInOrderTest::paid).containsExactly(250_00L, 0L);
        assertCountersAreTheirLedger();
    }

    @Test
    void an_order_that_changes_nothing_is_not_told() {
        households.given("hal", OSTEOPATHY, "2026-03-10", 1, "100.00");
        StoredDecision february = households.given("hal", OSTEOPATHY, "2026-02-01", 1, "100.00");

        assertThat(resequencings.after(TENANT, february)).isEmpty();
        Resequencing found = resequencings.find(caller, february.id()).orElseThrow();
        assertThat(found.corrections()).isEmpty();
        assertThat(resequencings.approve(caller, february.id(), found.version(), "calm", "body"))
                .hasValueSatisfying(approval -> assertThat(approval).isInstanceOf(Approval.Changed.class));
    }

    @Test
    void care_of_other_years_keeps_its_own_limits() {
        StoredDecision last = households.given("kim", OSTEOPATHY, "2025-03-10", 1, "400.00");
        StoredDecision march = households.given("kim", OSTEOPATHY, "2026-03-10", 1, "400.00");
        StoredDecision earlier = households.given("kim", OSTEOPATHY, "2025-02-01", 1, "100.00");

        assertThat(resequencings.after(TENANT, earlier).orElseThrow().corrections())
                .extracting(one -> one.was().id())
                .containsExactly(earlier.id(), last.id())
                .doesNotContain(march.id());
    }

    @Test
    void care_of_one_day_stands_in_the_order_in_which_it_came_even_once_corrected() {
        StoredDecision first = households.given("lou", OSTEOPATHY, "2026-03-10", 1, "250.00");
        households.given("lou", OSTEOPATHY, "2026-03-10", 1, "100.00");
        StoredDecision february = households.given("lou", OSTEOPATHY, "2026-02-01", 1, "200.00");

        assertThat(approved(february.id())).hasSize(3);

        assertThat(resequencings.find(caller, first.id()).orElseThrow().corrections())
                .isEmpty();
    }

    @Test
    void an_approval_sent_again_has_the_same_answer_and_corrects_nothing_more() {
        households.given("ivy", OSTEOPATHY, "2026-03-10", 1, "400.00");
        StoredDecision february = households.given("ivy", OSTEOPATHY, "2026-02-01", 1, "200.00");
        String version = version(february.id());
        List<StoredDecision> applied = applied(resequencings.approve(caller, february.id(), version, "ivy", "body"));

        Approval again = resequencings
                .approve(caller, february.id(), version, "ivy", "body")
                .orElseThrow();

        assertThat(again).isInstanceOf(Approval.Known.class);
        assertThat(((Approval.Known) again).decisions())
                .extracting(StoredDecision::id)
                .containsExactlyElementsOf(
                        applied.stream().map(StoredDecision::id).toList());
        assertThat(resequencings.approve(caller, february.id(), version, "ivy", "another body"))
                .hasValue(new Approval.KeyUsed());
    }

    @Test
    void what_was_not_seen_is_not_approved() {
        households.given("jon", OSTEOPATHY, "2026-03-10", 1, "400.00");
        StoredDecision february = households.given("jon", OSTEOPATHY, "2026-02-01", 1, "200.00");
        String seen = version(february.id());
        households.given("jon", OSTEOPATHY, "2026-01-10", 1, "90.00");

        Approval approval = resequencings
                .approve(caller, february.id(), seen, "jon", "body")
                .orElseThrow();

        assertThat(approval).isInstanceOf(Approval.Changed.class);
        Resequencing now = ((Approval.Changed) approval).now();
        assertThat(now.corrections())
                .extracting(Correction::net)
                .containsExactly(eur(90_00), eur(200_00), eur(-290_00));
        assertThat(applied(resequencings.approve(caller, february.id(), now.version(), "jon-2", "body")))
                .hasSize(3);
    }

    @Test
    void care_that_another_client_asked_for_is_not_shown() {
        households.given("mia", OSTEOPATHY, "2026-03-10", 1, "400.00");
        StoredDecision february = households.given("mia", OSTEOPATHY, "2026-02-01", 1, "200.00");
        Caller other = new Caller(TENANT, "other", Set.of(), false);
        Caller everybody = new Caller(TENANT, "other", Set.of(), true);

        assertThat(resequencings.find(other, february.id())).isEmpty();
        assertThat(resequencings.approve(other, february.id(), version(february.id()), "key", "body"))
                .isEmpty();
        assertThat(resequencings.find(everybody, february.id()).orElseThrow().corrections())
                .hasSize(2);
    }

    private String version(UUID id) {
        return resequencings.find(caller, id).orElseThrow().version();
    }

    private List<StoredDecision> approved(UUID id) {
        return applied(resequencings.approve(caller, id, version(id), "approval-of-" + id, "body"));
    }

    private static List<StoredDecision> applied(java.util.Optional<Approval> approval) {
        assertThat(approval).hasValueSatisfying(one -> assertThat(one).isInstanceOf(Approval.Applied.class));
        return ((Approval.Applied) approval.orElseThrow()).decisions();
    }

    private static long paid(StoredDecision decision) {
        return decision.decision().lines().getFirst().shares().complementary().cents();
    }

    private static Money eur(long cents) {
        return new Money(cents, Currency.EUR);
    }

    private void assertCountersAreTheirLedger() {
        assertThat(Derived.countersThatAreNotTheirLedger(JdbcClient.create(Database.asOwner(database))))
                .isZero();
    }
}
