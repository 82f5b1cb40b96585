package io.bareme.affiliation.store;

/** What a person holds, and what the enrolment and its contract say of it. */
record HeldRights(RightsRow row, String product, String contract) {}
