package io.bareme.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.ClockClass;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Provider;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.adjudication.Shares;
import io.bareme.adjudication.Step;
import io.bareme.adjudication.Verdict;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CodeSystem;
import io.bareme.values.Confidence;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import io.bareme.values.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A crown at 539 €, decided: what a complementary contract pays of it counts on one limit of the person's. */
final class Decided {

    static final String TENANT = "tenant";
    static final String EDITION = "ed".repeat(32);
    static final Instant RECEIVED = Instant.parse("2024-06-02T08:30:00Z");

    private Decided() {}

    /** The key of the limit. */
    static String limit(String person) {
        return "H-" + person + "/E1/crown/0/" + person + "/2024";
    }

    static Entry entry(String person, String request, long cents, long version) {
        return entry(person, request, cents, version, new Effect.Consumes());
    }

    static Entry entry(String person, String request, long cents, long version, Effect effect) {
        return new Entry(
                TENANT,
                new Idempotency("client", request, "body of " + request),
                RECEIVED,
                input(person, version),
                decision(person, cents, version),
                "0.1.0",
                effect,
                null);
    }

    static Input input(String person, long version) {
        Consumption consumption = version == 0
                ? Consumption.NONE
                : new Consumption(Map.of(limit(person), new Consumption.Counter(eur(0), 0, version)));
        return new Input(claim(person), rights(person), consumption);
    }

    static Claim claim(String person) {
        var circumstances = new CareLine.Circumstances(
                CareLine.Pathway.INSIDE,
                Set.of(Exemption.MATERNITY, Exemption.ALD),
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null);
        var line = new CareLine(
                1,
                new ActCode(CodeSystem.CCAM, "HBLD634"),
                LocalDate.of(2024, 6, 1),
                1,
                new BigDecimal("1.50"),
                eur(539_00),
                new CareLine.Given(null, null, Rate.percent("70")),
                circumstances,
                null);
        var dentist = new Provider("P1", "dentist", Provider.Category.NON_OPTAM, Set.of("kalixia", "itelis"), "FR");
        return new Claim(
                ClaimKind.AUTHORIZATION,
                person,
                LocalDate.of(2024, 6, 2),
                true,
                dentist,
                null,
                null,
                List.of(line),
                List.of());
    }

    static Rights rights(String person) {
        return new Rights(
                person,
                "H-" + person,
                LocalDate.of(1985, 4, 12),
                Scheme.FR_GENERAL,
                Set.of(),
                List.of(new Enrolment(
                        "E1", "ccn-formation", "niveau-2", DateRange.from(LocalDate.of(2020, 1, 1)), false)));
    }

    /** Nothing is moved when nothing is paid, but the limit was looked at. */
    static Decision decision(String person, long cents, long version) {
        var use = new LineDecision.LimitUse(
                limit(person), "E1", "400 € par an", eur(400_00), eur(400_00 - cents), null, null);
        var line = new LineDecision(
                1,
                Verdict.APPROVED,
                shares(cents),
                List.of(new Finding.Refer("FR-DENT-1", 1, "disproportion", Map.of("charge", "539.00 EUR"), true)),
                List.of(new Step(
                        "base",
                        Map.of("act", "CCAM HBLD634"),
                        eur(120_00),
                        new Source("rules/regulation/fr/x.yaml", "line 3", "CCAM v75", Confidence.OFF))),
                List.of(use));
        var movement = new Decision.Movement(limit(person), eur(cents), 1, version);
        return new Decision(
                Verdict.APPROVED,
                ClockClass.INSTANT,
                List.of(line),
                cents == 0 ? List.of() : List.of(movement),
                EDITION);
    }

    private static Shares shares(long cents) {
        var contract = new Shares.ContractShare("E1", "ccn-formation", "niveau-2", "crown", "150 % BR", eur(cents));
        var member = new Shares.MemberShare(eur(0), eur(539_00 - 72_00 - cents), eur(0), eur(0), eur(0), eur(0));
        return new Shares(
                eur(539_00),
                eur(120_00),
                Rate.percent("60"),
                eur(72_00),
                eur(0),
                eur(0),
                eur(0),
                eur(0),
                eur(0),
                List.of(contract),
                member,
                eur(539_00 - 72_00 - cents));
    }

    static Money eur(long cents) {
        return new Money(cents, Currency.EUR);
    }

    /** Of an outcome that must be so. */
    static UUID recorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return ((Outcome.Recorded) outcome).id();
    }

    /** Both at the same time. */
    static List<Outcome> together(Callable<Outcome> one, Callable<Outcome> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome>> both = new ArrayList<>();
            for (Callable<Outcome> work : List.of(one, other)) {
                both.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            return List.of(both.getFirst().get(), both.getLast().get());
        }
    }
}
