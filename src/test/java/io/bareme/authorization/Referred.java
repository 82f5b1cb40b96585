package io.bareme.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.ClockClass;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Provider;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.adjudication.Verdict;
import io.bareme.decision.Undecided;
import io.bareme.journal.CommitmentNumber;
import io.bareme.journal.EditionSources;
import io.bareme.journal.Effect;
import io.bareme.journal.Entry;
import io.bareme.journal.Idempotency;
import io.bareme.journal.Input;
import io.bareme.journal.Journal;
import io.bareme.journal.Outcome;
import io.bareme.journal.StoredDecision;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CodeSystem;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import io.bareme.values.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests that a person must settle, recorded as they come: authorizations, unless said otherwise. */
public final class Referred {

    public static final String TENANT = "mutuelle";

    private final Journal journal;
    private final String edition;
    private final ClaimKind kind;

    /** @param edition the hash of the one that decides, kept here with a file of its own */
    public Referred(Journal journal, String edition) {
        this(journal, edition, ClaimKind.AUTHORIZATION);
    }

    public Referred(Journal journal, String edition, ClaimKind kind) {
        this.journal = journal;
        this.edition = edition;
        this.kind = kind;
        journal.keep(TENANT, EditionSources.of(edition, Map.of("rules/x.yaml", "x".getBytes(StandardCharsets.UTF_8))));
    }

    /** A consultation that a handler must look at. */
    public StoredDecision by(String person, Instant received) {
        return waiting(person, received, ClockClass.HOUR);
    }

    /** One that a doctor must look at. */
    public StoredDecision byADoctor(String person, Instant received) {
        return waiting(person, received, ClockClass.DAY);
    }

    /** Settled in the place of another, with a promise for three months where there is one to make. */
    public StoredDecision settled(StoredDecision earlier, Instant received) {
        LocalDate day = LocalDate.ofInstant(received, ZoneOffset.UTC);
        Effect effect = kind == ClaimKind.AUTHORIZATION
                ? new Effect.Promises(CommitmentNumber.drawn(day.getYear()), day, day.plusMonths(3))
                : new Effect.Consumes();
        return record(earlier.person(), received, Verdict.APPROVED, ClockClass.INSTANT, effect, earlier.id());
    }

    private StoredDecision waiting(String person, Instant received, ClockClass clock) {
        Effect reservation = new Effect.Reserves(received.plus(Duration.ofDays(3)));
        return record(person, received, Verdict.REFERRED, clock, reservation, null);
    }

    private StoredDecision record(
            String person,
            Instant received,
            Verdict verdict,
            ClockClass clock,
            Effect effect,
            @Nullable UUID supersedes) {
        Claim claim = claim(person, LocalDate.ofInstant(received, ZoneOffset.UTC));
        Decision pended = Undecided.pended(claim, "act-unknown", edition);
        Decision decision = new Decision(verdict, clock, pended.lines(), pended.movements(), edition);
        Outcome outcome = journal.record(new Entry(
                TENANT,
                new Idempotency("desk", UUID.randomUUID().toString(), "body"),
                received,
                new Input(claim, rights(person), Consumption.NONE),
                decision,
                "0.1.0",
                effect,
                supersedes));
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return journal.find(TENANT, ((Outcome.Recorded) outcome).id()).orElseThrow();
    }

    private Claim claim(String person, LocalDate day) {
        var circumstances = new CareLine.Circumstances(
                CareLine.Pathway.INSIDE, Set.of(), null, null, null, null, false, false, null, null);
        var line = new CareLine(
                1,
                new ActCode(CodeSystem.NGAP, "GXZ"),
                day,
                1,
                null,
                new Money(30_00, Currency.EUR),
                new CareLine.Given(null, null, null),
                circumstances,
                null);
        var doctor = new Provider("P1", "doctor", Provider.Category.OPTAM, Set.of(), "FR");
        return new Claim(kind, person, day, true, doctor, null, null, List.of(line), List.of());
    }

    private static Rights rights(String person) {
        return new Rights(
                person,
                "H-" + person,
                LocalDate.of(1985, 4, 12),
                Scheme.FR_GENERAL,
                Set.of(),
                List.of(new Enrolment("E1", "demo", "confort", DateRange.from(LocalDate.of(2020, 1, 1)), false)));
    }
}
