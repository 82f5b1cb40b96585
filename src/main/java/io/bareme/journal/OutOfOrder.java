package io.bareme.journal;

import io.bareme.values.Money;

/**
 * What was told of care that came out of the order of its days, when it was recorded.
 *
 * @param decisions how many would come out otherwise in order, 1 or more
 * @param net what contracts would pay more in all; below zero, less
 */
public record OutOfOrder(int decisions, Money net) {}
