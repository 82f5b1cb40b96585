package io.bareme.affiliation.store;

import java.io.Serializable;

/** The key of a row that its tenant and a household lead. */
record HouseholdId(String tenant, String household, String id) implements Serializable {}
