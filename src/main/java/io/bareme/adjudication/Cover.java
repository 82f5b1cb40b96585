package io.bareme.adjudication;

import io.bareme.guarantee.GuaranteeTable;

/** One open contract of the person with the table that governs the day of care, and the level enrolled in. */
public record Cover(Enrolment enrolment, GuaranteeTable table, GuaranteeTable.Level level) {}
