package io.bareme.rulebook.drools;

/**
 * What is wrong with a coverage rule, and where.
 *
 * @param file as it was given
 * @param line from 1
 * @param says what is wrong and what was allowed; a second line begins with "Maybe" when there is a likely remedy
 */
public record RuleProblem(String file, int line, String says) implements Comparable<RuleProblem> {

    @Override
    public int compareTo(RuleProblem other) {
        int files = file.compareTo(other.file);
        int lines = files != 0 ? files : Integer.compare(line, other.line);
        return lines != 0 ? lines : says.compareTo(other.says);
    }

    /** {@code rules/coverage/rights.drl:12: …} */
    @Override
    public String toString() {
        return file + ":" + line + ": " + says;
    }
}
