package io.bareme.rulebook.drools;

/**
 * What people may know of a coverage rule.
 *
 * @param id its permanent id, the one findings bear
 * @param title what it is about, for engineers, in English
 * @param sentence what a handler can read out, in French
 * @param source the law, contract or page it rests on, with how sure it is
 * @param file where it is written
 * @param line its first line in that file
 */
public record CoverageRule(String id, String title, String sentence, String source, String file, int line) {}
