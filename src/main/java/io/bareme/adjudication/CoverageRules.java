package io.bareme.adjudication;

import java.util.List;

/**
 * The one port of the core: the coverage rules look at the resolved lines of a claim and say what they find. They never
 * compute money and never see each other's findings, so their order cannot matter.
 */
public interface CoverageRules {

    /** What the rules find, in no particular order; the adjudicator orders and weighs it. */
    List<Finding> examine(List<LineFacts> lines);
}
