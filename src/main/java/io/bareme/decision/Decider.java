package io.bareme.decision;

import io.bareme.adjudication.Adjudicator;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Rights;
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
        try {
            return Adjudicator.decide(claim.resolve(rights, consumption, edition));
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.error("The engine failed on a {} received {}; the case pends", claim.kind(), claim.received(), failure);
            return Undecided.pended(claim, ENGINE_FAILURE, edition.hash());
        }
    }

    /** Whether the engine failed on it. */
    public static boolean failed(Decision decision) {
        return decision.lines().stream()
                .flatMap(line -> line.findings().stream())
                .anyMatch(finding -> finding.reason().equals(ENGINE_FAILURE));
    }
}
