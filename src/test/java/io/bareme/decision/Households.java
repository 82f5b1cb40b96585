package io.bareme.decision;

import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.adjudication.Verdict;
import io.bareme.affiliation.Affiliations;
import io.bareme.exchange.Channel;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.ClaimReader;
import io.bareme.exchange.Read;
import io.bareme.journal.Effect;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import io.bareme.reimbursement.Invoices;
import io.bareme.rulebook.Rulebook;
import io.bareme.values.DateRange;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A service for a few households, and the care that is given in them. Everybody holds what the contracts say. */
public final class Households {

    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final DateRange ALWAYS = DateRange.from(LocalDate.of(2020, 1, 1));

    private final Caller caller;
    private final Deciding deciding;

    /** @param people each {@code household/person}; those of a household named {@code two…} hold two contracts */
    public Households(String tenant, Rulebook rulebook, Journal journal, String... people) {
        this.caller = new Caller(tenant, "clinic", Set.of(), false);
        var rulebooks = new StaticListableBeanFactory(Map.of("rulebook", rulebook)).getBeanProvider(Rulebook.class);
        Map<String, Rights> rights =
                Stream.of(people).map(Households::rights).collect(Collectors.toMap(Rights::person, one -> one));
        this.deciding = new Deciding(
                rulebook,
                new Affiliations(new GivenRights(rights), CLOCK),
                journal,
                new KeptEditions(journal, rulebooks),
                CLOCK,
                new Turns());
    }

    private static Rights rights(String who) {
        String household = who.substring(0, who.indexOf('/'));
        var first = new Enrolment("E1", "envelopes", "seul", ALWAYS, false);
        var second = new Enrolment("E2", "second", "seul", ALWAYS, false);
        return new Rights(
                who.substring(who.indexOf('/') + 1),
                household,
                LocalDate.of(1985, 4, 12),
                Scheme.FR_GENERAL,
                Set.of(),
                household.startsWith("two") ? List.of(first, second) : List.of(first));
    }

    public Caller caller() {
        return caller;
    }

    /** Care that was given: an invoice, which takes of limits what the service takes. */
    public StoredDecision given(String person, String act, String day, int quantity, String charge) {
        return decide("invoice", person, act, day, quantity, charge, Invoices::taken);
    }

    /** Care that is asked for ahead: it reserves. */
    public StoredDecision asked(String person, String act, String day, String charge) {
        return decide(
                "authorization",
                person,
                act,
                day,
                1,
                charge,
                (_, _, received) -> new Effect.Reserves(received.plusSeconds(3600)));
    }

    private StoredDecision decide(
            String kind, String person, String act, String day, int quantity, String charge, Asked.Taking effect) {
        String body = """
                {"kind": "%s", "member": "%s", "provider": {"id": "prov-7", "profession": "any"},
                 "lines": [{"act": "LOCAL %s", "date": "%s", "quantity": %d, "charge": "%s"}]}
                """.formatted(kind, person, act, day, quantity, charge);
        Read<ClaimForm> read =
                ClaimReader.read(body.getBytes(StandardCharsets.UTF_8), Channel.SIMULATION, LocalDate.now(CLOCK));
        if (!(read instanceof Read.Valid<ClaimForm>(var form))) {
            throw new IllegalArgumentException(read.toString());
        }
        String key = "given-" + UUID.randomUUID();
        Deciding.Answer answer = deciding.decide(new Asked(caller, form, key, key, effect));
        if (!(answer instanceof Deciding.Answer.New(StoredDecision decision, var _))) {
            throw new IllegalStateException(answer.toString());
        }
        return decision;
    }

    /** Whether it was settled. */
    public static boolean isSettled(StoredDecision decision) {
        return decision.decision().verdict() != Verdict.REFERRED;
    }
}
