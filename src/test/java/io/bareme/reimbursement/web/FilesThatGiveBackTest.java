package io.bareme.reimbursement.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.affiliation.Demonstration;
import io.bareme.authorization.web.RunningApi;
import io.bareme.authorization.web.RunningApi.Answer;
import io.bareme.authorization.web.ServiceTest;
import io.bareme.database.Database;
import io.bareme.database.ServiceDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files of a Moroccan complementary contract that pays consultations up to 2,500 MAD a year: what an earlier file paid
 * beyond what is owed is free again. Each test has a member that no other test asks for.
 */
@ServiceTest
class FilesThatGiveBackTest {

    private static final String INVOICES = "/api/v1/invoices";
    private static final String STATEMENT = ", \"statement\": \"2026-09-20\"";

    @LocalServerPort
    private int port;

    @Autowired
    private ServiceDatabase database;

    private final String provider = "files-" + UUID.randomUUID().toString().substring(0, 8);
    private String member = "";
    private RunningApi api;

    @BeforeEach
    void ask() {
        api = new RunningApi(port);
    }

    @AfterEach
    void every_counter_is_its_ledger() {
        String amiss = """
                select count(*) from (select * from journal.counter where tenant = :tenant) c
                full join (
                    select tenant, household, key, sum(cents) as cents, sum(count) as count
                    from journal.ledger where tenant = :tenant group by tenant, household, key) l
                using (tenant, household, key)
                where (household, key) in (select household, key from journal.ledger where kind = 'restitution')
                and (c.cents is distinct from l.cents or c.count is distinct from l.count)
                """;
        assertThat(JdbcClient.create(Database.asOwner(database))
                        .sql(amiss)
                        .param("tenant", Demonstration.TENANT)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_is_recovered_of_an_earlier_file_is_free_again() {
        member = "MA-000054";
        Answer advance = sent(file("A1", "full-advance", "300.00", null, null));
        assertThat(left()).isEqualTo("2200.00");

        Answer remainder = sent(file("A2", "remainder", "300.00", "100.00", "300.00"));

        assertThat(advance.at("/verdict")).isEqualTo("approved");
        assertThat(remainder.at("/verdict")).isEqualTo("approved");
        assertThat(remainder.at("/lines/0/complementary")).isEqualTo("200.00");
        assertThat(remainder.at("/lines/0/payout/0/kind")).isEqualTo("recover");
        assertThat(remainder.at("/lines/0/payout/0/amount")).isEqualTo("100.00");
        assertThat(advance.at("/owed/0/amount")).isEqualTo("300.00");
        assertThat(remainder.at("/owed/0/payee")).isEqualTo("member");
        assertThat(remainder.at("/owed/0/amount"))
                .as("what was paid before is not owed again")
                .isEqualTo("-100.00");
        assertThat(left()).isEqualTo("2300.00");
        assertThat(api.replay(remainder.at("/id")).at("/identical")).isEqualTo("true");
    }

    @Test
    void under_another_number_it_is_left_to_a_person_and_gives_nothing_back_again() {
        member = "MA-000058";
        sent(care("2026-08-31", "300.00", "")
                .replace("{\"member\"", "{\"invoice\": \"O1-" + provider + "\", \"member\""));
        sent(file("A1", "full-advance", "300.00", null, null));
        Answer remainder = sent(file("A2", "remainder", "300.00", "100.00", "300.00"));
        String left = left();

        Answer again = sent(file("A3", "remainder", "300.00", "100.00", "300.00"));

        assertThat(again.at("/verdict")).isEqualTo("referred");
        assertThat(again.response().body()).contains("care-invoiced-before", remainder.at("/id"));
        assertThat(left()).isEqualTo(left).isEqualTo("2064.00");
    }

    @Test
    void one_that_says_less_than_the_earlier_file_paid_is_left_to_a_person() {
        member = "MA-000069";
        Answer advance = sent(file("A1", "full-advance", "300.00", null, null));

        Answer remainder = sent(file("A2", "remainder", "300.00", "100.00", "0.00"));

        assertThat(remainder.at("/verdict")).isEqualTo("referred");
        assertThat(remainder.response().body()).contains("care-invoiced-before", advance.at("/id"));
    }

    @Test
    void one_that_is_refused_moves_nothing_however_often_it_comes_the_file_that_paid_is_corrected_once() {
        member = "MA-000068";
        Answer advance = sent(file("A1", "full-advance", "300.00", null, null));

        for (String number : List.of("A2", "A3")) {
            Answer remainder =
                    refused(sent(file(number, "remainder", "300.00", "100.00\", \"base\": \"70.00", "300.00")));
            assertThat(remainder.at("/lines/0/payout/0/kind")).isEqualTo("recover");
            assertThat(remainder.at("/lines/0/payout/0/amount")).isEqualTo("300.00");
            assertThat(remainder.json().at("/owed")).isEmpty();
            assertThat(left()).isEqualTo("2200.00");
        }
        Answer corrected =
                refused(correction(advance, file("A1", "full-advance", "300.00\", \"base\": \"70.00", null, null)));

        assertThat(corrected.at("/owed/0/amount")).isEqualTo("-300.00");
        assertThat(left()).isEqualTo("2500.00");
    }

    /** By a person to whom it was left. */
    private Answer refused(Answer doubtful) {
        assertThat(doubtful.at("/verdict")).as(doubtful.response().body()).isEqualTo("referred");
        Answer refused = api.post(
                INVOICES + "/" + doubtful.at("/id") + "/resolution",
                "{\"by\": \"handler-7\", \"words\": \"not due\", \"refuse\": \"not-covered\"}",
                "Idempotency-Key",
                newKey());
        assertThat(refused.at("/verdict")).as(refused.response().body()).isEqualTo("refused");
        return refused;
    }

    @Test
    void its_correction_takes_again_what_it_gave_back() {
        member = "MA-000055";
        sent(file("A1", "full-advance", "300.00", null, null));
        Answer remainder = sent(file("A2", "remainder", "300.00", "100.00", "300.00"));

        Answer corrected = correction(remainder, file("A2", "remainder", "300.00", "64.00", "300.00"));

        assertThat(corrected.at("/verdict")).as(corrected.response().body()).isEqualTo("approved");
        assertThat(corrected.at("/lines/0/complementary")).isEqualTo("236.00");
        assertThat(corrected.at("/owed/0/amount")).isEqualTo("36.00");
        assertThat(left()).isEqualTo("2264.00");
    }

    @Test
    void what_is_only_reserved_for_other_care_is_not_given_back() {
        member = "MA-000056";
        Answer reserved = api.authorize(newKey(), care("2026-12-01", "300.00", ""));
        assertThat(left()).isEqualTo("2264.00");

        Answer remainder = sent(file("A2", "remainder", "300.00", "100.00", "300.00"));

        assertThat(remainder.at("/lines/0/payout/0/amount")).isEqualTo("100.00");
        assertThat(left()).as("nothing that was consumed could be given back").isEqualTo("2064.00");
        String cancellation = "/api/v1/authorizations/" + reserved.at("/id") + "/cancellation";
        Answer cancelled = api.post(cancellation, "{\"reason\": \"not wanted\"}", "Idempotency-Key", newKey());
        assertThat(cancelled.status()).isEqualTo(201);
        assertThat(left()).isEqualTo("2300.00");
    }

    @Test
    void an_earlier_file_is_corrected_after_the_one_that_counts_on_it() {
        member = "MA-000057";
        Answer advance = sent(file("A1", "full-advance", "300.00", null, null));
        Answer remainder = sent(file("A2", "remainder", "300.00", "100.00", "300.00"));
        String less = file("A1", "full-advance", "50.00", null, null);
        String key = newKey();

        Answer refused = correction(advance, key, less).assertProblem(409, "given-back");

        assertThat(refused.at("/detail")).contains(remainder.at("/id"));
        assertThat(left()).isEqualTo("2300.00");
        correction(remainder, file("A2", "remainder", "300.00", "100.00", "50.00"));
        assertThat(left()).isEqualTo("2050.00");
        assertThat(correction(advance, key, less).status()).isEqualTo(201);
        assertThat(left()).isEqualTo("2300.00");
    }

    @Test
    void correcting_what_gave_a_limit_of_months_back_takes_no_second_allowance_beside_care_paid_since() {
        member = "MA-000031";
        sent(pair("A1", "2026-09-02", "estimated-complement", ""));
        Answer remainder = sent(pair("A2", "2026-09-02", "remainder", settled("1500.00")));
        Answer another = sent(pair("B1", "2026-10-05", "estimated-complement", ""));
        assertThat(remainder.at("/owed/0/amount")).isEqualTo("-400.00");
        assertThat(another.at("/owed/0/amount")).isEqualTo("400.00");

        Answer corrected = correction(remainder, pair("A2", "2026-09-02", "remainder", settled("300.00")));

        assertThat(corrected.status()).as(corrected.response().body()).isEqualTo(201);
        assertThat(corrected.at("/verdict")).isEqualTo("referred");
        assertThat(corrected.at("/lines/0/reasons/0/code")).isEqualTo("limit-out-of-order");
        assertThat(corrected.at("/lines/0/complementary")).isEqualTo("0.00");
        assertThat(api.replay(corrected.at("/id")).at("/identical")).isEqualTo("true");
    }

    private String left() {
        return api.simulate(care("2026-09-02", "10.00", "")).at("/lines/0/limits/0/amountBefore");
    }

    private Answer sent(String file) {
        Answer answer = api.post(INVOICES, file, "Idempotency-Key", newKey());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer;
    }

    private Answer correction(Answer of, String file) {
        return correction(of, newKey(), file);
    }

    private Answer correction(Answer of, String key, String file) {
        return api.post(INVOICES + "/" + of.at("/id") + "/correction", file, "Idempotency-Key", key);
    }

    private String file(String number, String dossier, String charge, String compulsory, String alreadyPaid) {
        String more = (compulsory == null ? "" : ", \"compulsory\": \"%s\"".formatted(compulsory))
                + (alreadyPaid == null ? "" : ", \"alreadyPaid\": \"%s\"".formatted(alreadyPaid));
        String head = "\"invoice\": \"%s-%s\", \"dossier\": \"%s\"%s, "
                .formatted(number, provider, dossier, compulsory == null ? "" : STATEMENT);
        return care("2026-09-02", charge, more).replace("{\"member\"", "{" + head + "\"member\"");
    }

    /** A pair of spectacles, of which the contract pays 400 MAD in 24 months from date to date. */
    private String pair(String number, String day, String dossier, String more) {
        return """
                {"invoice": "%s-%s", "dossier": "%s"%s, "member": "%s",
                 "provider": {"id": "%s", "profession": "optician", "category": "private", "country": "MA"},
                 "lines": [{"act": "LOCAL LUNETTES", "date": "%s", "charge": "1500.00", "base": "300.00"%s}]}""".formatted(number, provider, dossier, more.isEmpty() ? "" : STATEMENT, member, provider, day, more);
    }

    private static String settled(String compulsory) {
        return ", \"compulsory\": \"%s\", \"alreadyPaid\": \"400.00\"".formatted(compulsory);
    }

    private String care(String day, String charge, String more) {
        return """
                {"member": "%s", "provider": {"id": "%s", "profession": "doctor", "category": "private", "country": "MA"},
                 "lines": [{"act": "NGAP_MA C", "date": "%s", "charge": "%s"%s}]}""".formatted(member, provider, day, charge, more);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
