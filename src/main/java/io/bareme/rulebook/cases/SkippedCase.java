package io.bareme.rulebook.cases;

/**
 * A case of the harness that is not run: it names a product whose table is not among those read.
 *
 * @param id the case's
 */
public record SkippedCase(String id, String product) {}
