package io.bareme.journal;

import io.bareme.values.Money;
import java.util.UUID;

/**
 * What one line of an invoice used of one line of a commitment.
 *
 * @param line of the commitment's authorization
 * @param decision on the invoice
 * @param decisionLine of it
 * @param quantity how many of the promised units
 * @param amount what complementary contracts paid of what was promised
 */
public record CommitmentUse(int line, UUID decision, int decisionLine, int quantity, Money amount) {}
