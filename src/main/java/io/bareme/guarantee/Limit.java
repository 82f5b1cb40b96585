package io.bareme.guarantee;

/** A bound on what a guarantee pays over a time, in money or in number. */
public sealed interface Limit {

    Period period();

    Scope scope();

    /**
     * At most so much money over the period.
     *
     * @param reading whether what the compulsory scheme and other payers give is counted in it ("800 € par an, AMO
     *     incluse"), or only what the contract pays
     */
    record AmountLimit(Measure amount, Period period, Scope scope, Reading reading) implements Limit {}

    /** At most so many units over the period. */
    record CountLimit(int count, Unit unit, Period period, Scope scope) implements Limit {
        public CountLimit {
            if (count < 1 || count > 10_000) {
                throw new IllegalArgumentException("A limit counts 1 to 10,000: " + count);
            }
        }
    }
}
