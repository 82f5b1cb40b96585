package io.bareme.journal;

import io.bareme.values.Money;

/** What was used of a limit, reservations included: money for limits in money, units for limits in number. */
public record Balance(Money used, int count) {}
