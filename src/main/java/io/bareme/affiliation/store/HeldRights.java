package io.bareme.affiliation.store;

import java.time.LocalDate;

/** What a person holds, and what the enrolment and its contract say of it. */
record HeldRights(RightsRow row, LocalDate since, String product, String contract) {}
