package io.bareme.affiliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.values.DateRange;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "bareme.database.name=affiliation_test",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.properties.hibernate.generate_statistics=true",
            "logging.level.org.hibernate.engine.internal=error"
        })
class AffiliationsTest {

    private static final String TENANT = Demonstration.TENANT;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));

    @Configuration
    @EnableAutoConfiguration
    @ComponentScan(basePackageClasses = Affiliations.class)
    @org.springframework.boot.persistence.autoconfigure.EntityScan(basePackageClasses = Affiliations.class)
    static class Room {
        @Bean
        Clock clock() {
            InstantSource now = NOW::get;
            return now.withZone(ZoneOffset.UTC);
        }
    }

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private RightsRecords records;

    @Autowired
    private EntityManagerFactory factory;

    @BeforeEach
    void later() {
        NOW.updateAndGet(now -> now.plusSeconds(3600));
    }

    @Test
    void a_member_has_what_the_contract_says() {
        Rights camille = rightsOf("FR-000001", DAY);

        assertThat(camille.household()).isEqualTo("FR-F001");
        assertThat(camille.born()).isEqualTo("1985-04-12");
        assertThat(camille.scheme()).isEqualTo(Scheme.FR_GENERAL);
        assertThat(camille.enrolments())
                .containsExactly(new Enrolment(
                        null,
                        "FR-E0001",
                        "ccn-formation",
                        "niveau-2",
                        DateRange.from(LocalDate.of(2020, 1, 1)),
                        LocalDate.of(2020, 1, 1),
                        false));
    }

    @Test
    void a_child_enrolled_with_both_parents_has_both_contracts_in_order_of_payment() {
        assertThat(rightsOf("FR-000003", DAY).enrolments())
                .extracting(Enrolment::product)
                .containsExactly("ccn-formation", "ccn-coiffure");
    }

    @Test
    void a_contract_of_the_other_household_names_it_so_that_the_limits_of_its_family_are_shared() {
        Rights ines = rightsOf("FR-000009", DAY);

        assertThat(ines.household()).isEqualTo("FR-F007");
        assertThat(ines.enrolments()).extracting(Enrolment::household).containsExactly(null, "FR-F008");
        assertThat(rightsOf("FR-000011", DAY).enrolments())
                .extracting(Enrolment::id)
                .containsExactly(ines.enrolments().getLast().id());
    }

    @Test
    void an_exemption_holds_from_its_first_day() {
        assertThat(rightsOf("FR-000004", LocalDate.of(2024, 4, 30)).exemptions())
                .isEmpty();
        assertThat(rightsOf("FR-000004", LocalDate.of(2024, 5, 1)).exemptions()).containsExactly(Exemption.ALD);
        assertThat(rightsOf("FR-000004", DAY).scheme()).isEqualTo(Scheme.FR_ALSACE_MOSELLE);
    }

    @Test
    void suspended_closed_and_future_rights_are_all_told() {
        List<Enrolment> suspended = rightsOf("FR-000006", DAY).enrolments();
        assertThat(suspended).extracting(Enrolment::suspended).containsExactly(false, true);
        assertThat(suspended).extracting(Enrolment::since).containsOnly(LocalDate.of(2022, 3, 1));
        assertThat(rightsOf("FR-000007", DAY).enrolments())
                .singleElement()
                .satisfies(closed -> assertThat(closed.cover().last()).isEqualTo("2026-06-30"));
        assertThat(rightsOf("FR-000008", DAY).enrolments())
                .singleElement()
                .satisfies(future -> assertThat(future.cover().first()).isAfter(DAY));
    }

    @Test
    void nobody_and_a_day_without_a_known_scheme_have_no_rights() {
        assertThat(affiliations.rightsOn(TENANT, "FR-999999", DAY, NOW.get())).isEmpty();
        assertThat(affiliations.rightsOn("another", "FR-000001", DAY, NOW.get()))
                .isEmpty();
        assertThat(affiliations.rightsOn(TENANT, "FR-000001", LocalDate.of(1980, 1, 1), NOW.get()))
                .isEmpty();
    }

    @Test
    void a_correction_is_never_answered_from_memory_and_what_was_known_before_can_still_be_asked() {
        String person = "FR-000012";
        Rights before = rightsOf(person, DAY);
        assertThat(before.enrolments()).isNotEmpty();
        Enrolment held = before.enrolments().getFirst();
        Instant asked = NOW.get();
        later();

        affiliations.correct(
                TENANT,
                new Correction.NotEnrolled(
                        person, before.household(), held.id(), DateRange.from(LocalDate.of(2026, 10, 1))));

        assertThat(rightsOf(person, DAY).enrolments().stream()
                        .filter(e -> e.cover().contains(DAY)))
                .isEmpty();
        assertThat(rightsOf(person, LocalDate.of(2026, 9, 30)).enrolments())
                .extracting(Enrolment::cover)
                .contains(new DateRange(held.cover().first(), LocalDate.of(2026, 9, 30)));
        assertThat(affiliations.rightsOn(TENANT, person, DAY, asked)).contains(before);
    }

    @Test
    void corrections_of_one_instant_follow_each_other_and_the_last_one_counts() {
        String person = "FR-000007";
        DateRange days = DateRange.from(LocalDate.of(2026, 7, 1));

        affiliations.correct(
                TENANT, new Correction.Enrolled(person, "FR-F005", "FR-E0005", days, "regime-general", 1, true));
        affiliations.correct(
                TENANT, new Correction.Enrolled(person, "FR-F005", "FR-E0005", days, "regime-general", 1, false));
        affiliations.correct(
                TENANT, new Correction.Compulsory(person, days, Scheme.FR_C2S, Set.of(Exemption.MATERNITY)));
        NOW.updateAndGet(now -> now.plusSeconds(1));

        Rights rights = rightsOf(person, DAY);
        assertThat(rights.enrolments()).extracting(Enrolment::suspended).containsExactly(false, false);
        assertThat(rights.scheme()).isEqualTo(Scheme.FR_C2S);
        assertThat(rights.exemptions()).containsExactly(Exemption.MATERNITY);
        assertThat(rightsOf(person, LocalDate.of(2026, 6, 30)).scheme()).isEqualTo(Scheme.FR_GENERAL);
        // Back to what the demonstration says, for the other tests.
        affiliations.correct(TENANT, new Correction.NotEnrolled(person, "FR-F005", "FR-E0005", days));
        NOW.updateAndGet(now -> now.plusSeconds(1));
    }

    @Test
    void a_correction_of_nobody_or_of_no_enrolment_is_refused_and_leaves_nothing() {
        DateRange days = DateRange.from(DAY);

        assertThatThrownBy(() -> affiliations.correct(TENANT, new Correction.NotEnrolled("X", "FR-F001", "E", days)))
                .hasMessageContaining("There is no person X");
        assertThatThrownBy(() -> affiliations.correct(
                        TENANT, new Correction.Enrolled("FR-000005", "FR-F003", "E", days, "niveau-1", 1, false)))
                .hasMessageContaining("The household FR-F003 has no enrolment E");
        assertThat(rightsOf("FR-000005", DAY).enrolments()).isEmpty();
    }

    @Test
    void rights_are_read_once_for_each_version_of_what_is_known_whatever_the_day() {
        List<String> questions = new ArrayList<>();
        Affiliations counted = new Affiliations(told(questions), Clock.systemUTC());

        counted.rightsOn(TENANT, "MA-000001", DAY, NOW.get());
        counted.rightsOn(TENANT, "MA-000001", DAY.plusDays(1), NOW.get());

        assertThat(questions).containsExactly("knownAt", "histories", "knownAt");
    }

    private RightsRecords told(List<String> questions) {
        return (RightsRecords) Proxy.newProxyInstance(
                RightsRecords.class.getClassLoader(), new Class<?>[] {RightsRecords.class}, (_, method, arguments) -> {
                    questions.add(method.getName());
                    return method.invoke(records, arguments);
                });
    }

    @Test
    void a_page_of_members_costs_two_statements_however_many_it_shows() {
        assertThat(statements(
                        () -> assertThat(affiliations.search(TENANT, "", 0, 10)).hasSize(10)))
                .isEqualTo(2);
        assertThat(statements(() ->
                        assertThat(affiliations.search(TENANT, "", 0, 150)).hasSize(150)))
                .isEqualTo(2);
    }

    @Test
    void members_are_found_by_name_and_number_without_accents_or_capitals() {
        assertThat(affiliations.search(TENANT, "MARTIN lea", 0, 20))
                .extracting(MemberSummary::name)
                .containsExactly("Léa Martin");
        assertThat(affiliations.search(TENANT, "ma-000001", 0, 20))
                .singleElement()
                .satisfies(yasmine -> {
                    assertThat(yasmine.name()).isEqualTo("Yasmine Alaoui");
                    assertThat(yasmine.scheme()).isEqualTo(Scheme.MA_CNOPS);
                    assertThat(yasmine.contracts())
                            .extracting(MemberSummary.Held::product)
                            .containsExactly("fos-agri-option-1");
                });
        assertThat(affiliations.search(TENANT, "100%", 0, 20)).isEmpty();
        assertThat(affiliations.search("another", "martin", 0, 20)).isEmpty();
        assertThat(affiliations.member(TENANT, "FR-000003"))
                .map(MemberSummary::name)
                .contains("Léa Martin");
        assertThat(affiliations.member(TENANT, "FR-00000")).isEmpty();
    }

    @Test
    void pages_follow_each_other_in_the_order_of_names() {
        List<MemberSummary> together = affiliations.search(TENANT, "", 0, 40);

        assertThat(affiliations.search(TENANT, "", 1, 20)).isEqualTo(together.subList(20, 40));
        assertThat(together).extracting(MemberSummary::lastName).isSorted();
    }

    private Rights rightsOf(String person, LocalDate day) {
        return affiliations.rightsOn(TENANT, person, day, NOW.get()).orElseThrow();
    }

    private long statements(Runnable work) {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        work.run();
        return statistics.getPrepareStatementCount();
    }
}
