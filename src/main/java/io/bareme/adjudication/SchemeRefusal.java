package io.bareme.adjudication;

import io.bareme.values.Source;

/**
 * Why a Moroccan compulsory scheme pays nothing for a care line that it otherwise covers, as the claim itself tells.
 *
 * @param reason a word of {@code word.refusal} in the steps' sentences
 * @param source the dated value that says so
 */
public record SchemeRefusal(String reason, Source source) {}
