package io.bareme.affiliation.store;

import java.io.Serializable;

/** The key of a row that its tenant alone leads. */
record TenantId(String tenant, String id) implements Serializable {}
