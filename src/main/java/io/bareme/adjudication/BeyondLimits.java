package io.bareme.adjudication;

import io.bareme.values.Exact;

/**
 * What a formula gives units that its limits in number leave out: what no limit holds, and a fall-back.
 */
final class BeyondLimits {

    private final Figures figures;
    private int depth;
    private int leftOut;
    private Exact ofLimited;
    private Exact fallBacks;

    BeyondLimits(Figures figures) {
        this.figures = figures;
        this.ofLimited = figures.zero();
        this.fallBacks = figures.zero();
    }

    /** Into what a limit holds, or its fall-back. */
    void enter() {
        depth++;
    }

    void leave() {
        depth--;
    }

    /** A limit within a limit, or within its fall-back, bounds what that gives to all its units together. */
    void leavesOut(int units, Exact given, Exact fallback) {
        boolean alike = given.compareTo(fallback) == 0 && fallback.rounded().isPositive();
        if (depth == 0 && units > 0 && !alike) {
            leftOut = leftOut == 0 ? units : Math.min(leftOut, units);
            ofLimited = ofLimited.plus(given);
            fallBacks = fallBacks.plus(fallback);
        }
    }

    /** What each unit is given of an amount, once the formula is worked out. */
    EachUnit eachUnit(Exact entitled) {
        Exact unlimited = entitled.minus(ofLimited).orZero().plus(fallBacks);
        Exact beyond = unlimited.part(leftOut, figures.quantity());
        return new EachUnit(entitled.rounded(), figures.quantity(), leftOut, beyond.rounded());
    }
}
