package io.bareme.journal;

import io.bareme.values.Money;

/**
 * What was told of care that came out of the order of its days, when it was recorded.
 *
 * @param decisions how many would come out otherwise in order, or none
 * @param net what contracts would pay more in all; below zero, less
 * @param files of Moroccan complementary contracts, on care from the same day on: they stay as they are
 */
public record OutOfOrder(int decisions, Money net, int files) {

    /** Whether there is anything to tell of it. */
    public boolean isNothing() {
        return decisions == 0 && files == 0;
    }
}
