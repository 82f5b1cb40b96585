package io.bareme.guarantee;

/** Whether an amount counts the compulsory scheme's share within it. */
public enum Reading {
    /** "AMO incluse", "- RSS": the compulsory share, régime local and C2S are deducted from the amount. */
    INCLUDING_COMPULSORY,
    /** "En complément": the amount comes on top of what the compulsory scheme pays. */
    ON_TOP
}
