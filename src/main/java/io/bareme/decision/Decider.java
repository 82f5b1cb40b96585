package io.bareme.decision;

import io.bareme.adjudication.Adjudicator;
import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Rights;
import io.bareme.journal.Input;
import io.bareme.journal.Promised;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Resolves a claim and decides it. A bug never refuses a member: an unexpected failure pends the case, loudly. */
public final class Decider {

    /** Why a case pends that the engine failed on. */
    public static final String ENGINE_FAILURE = "engine-failure";

    private static final Logger LOG = LoggerFactory.getLogger(Decider.class);

    private Decider() {}

    /** Never throws; a case whose only reason is {@value #ENGINE_FAILURE} was not computed. */
    public static Decision decide(Claim claim, Rights rights, Consumption consumption, Edition edition) {
        return decide(claim, rights, consumption, edition, Set.of());
    }

    private static Decision decide(
            Claim claim, Rights rights, Consumption consumption, Edition edition, Set<Integer> promised) {
        try {
            return Adjudicator.decide(
                    claim.resolve(rights, consumption, edition).settlingFirst(promised));
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.error("The engine failed on a {} received {}; the case pends", claim.kind(), claim.received(), failure);
            return Undecided.pended(claim, ENGINE_FAILURE, edition.hash());
        }
    }

    /**
     * Decides what was resolved: the lines that a commitment promises on its terms, the others on their own.
     *
     * @param edition in force, or that decided
     * @param promising the edition of a hash that made a promise; throws when it cannot be had
     */
    public static Decision decide(Input input, Edition edition, Function<String, Edition> promising) {
        Rights rights = input.rights();
        Promised promised = input.promised();
        if (rights == null) {
            return Undecided.pended(input.claim(), ENGINE_FAILURE, edition.hash());
        }
        if (promised == null) {
            return told(decide(input.claim(), rights, input.consumption(), edition), input);
        }
        boolean sameTerms =
                promised.edition().equals(edition.hash()) && promised.rights().equals(rights);
        Decision decision = sameTerms
                ? decide(input.claim(), rights, input.consumption(), edition, promised.held())
                : onTwoTerms(input, promised, rights, edition, promising);
        return told(
                failed(decision)
                        ? decision
                        : Promises.told(decision, promised, input.claim().review()),
                input);
    }

    private static Decision told(Decision decision, Input input) {
        return failed(decision)
                ? decision
                : CareInvoicedBefore.told(
                        decision, input.invoicedBefore(), input.claim().review());
    }

    private static Decision onTwoTerms(
            Input input, Promised promised, Rights rights, Edition edition, Function<String, Edition> promising) {
        Claim claim = input.claim();
        Map<Boolean, List<CareLine>> lines = claim.lines().stream()
                .collect(Collectors.partitioningBy(
                        line -> promised.met(line.number()).beyond() == null));
        List<CareLine> onPromise = lines.getOrDefault(true, List.of());
        List<CareLine> own = lines.getOrDefault(false, List.of());
        if (onPromise.isEmpty()) {
            return decide(claim, rights, input.consumption(), edition);
        }
        Decision first = decide(
                claim.with(onPromise), promised.rights(), input.consumption(), promising.apply(promised.edition()));
        if (failed(first)) {
            return Undecided.pended(claim, ENGINE_FAILURE, edition.hash());
        }
        if (own.isEmpty()) {
            return first.under(edition.hash());
        }
        Decision second = decide(claim.with(own), rights, input.consumption().and(first.movements()), edition);
        return failed(second) ? Undecided.pended(claim, ENGINE_FAILURE, edition.hash()) : first.and(second);
    }

    /** Whether the engine failed on it. */
    public static boolean failed(Decision decision) {
        return decision.lines().stream()
                .flatMap(line -> line.findings().stream())
                .anyMatch(finding -> finding.reason().equals(ENGINE_FAILURE));
    }
}
