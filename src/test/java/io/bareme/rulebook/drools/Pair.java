package io.bareme.rulebook.drools;

/** A rule, the finding it must make, a line that fires it and one, as near as can be, that does not. */
record Pair(String rule, String finding, SomeLine fires, SomeLine stays) {

    static Pair french(String rule, String finding, SomeLine.Change fires, SomeLine.Change stays) {
        return new Pair(
                rule,
                finding,
                SomeLine.french().with(fires),
                SomeLine.french().with(fires).with(stays));
    }

    static Pair moroccan(String rule, String finding, SomeLine.Change fires, SomeLine.Change stays) {
        return new Pair(
                rule,
                finding,
                SomeLine.moroccan().with(fires),
                SomeLine.moroccan().with(fires).with(stays));
    }

    @Override
    public String toString() {
        return rule;
    }
}
