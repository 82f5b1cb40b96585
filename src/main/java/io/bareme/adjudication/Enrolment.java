package io.bareme.adjudication;

import io.bareme.values.DateRange;

/**
 * A person's place in one contract.
 *
 * @param id pseudonymous id, the second part of every counter's key
 * @param cover the days of care it covers
 * @param suspended rights are held back (unpaid premium, missing papers): claims wait, they are not refused
 */
public record Enrolment(String id, String product, String level, DateRange cover, boolean suspended) {}
