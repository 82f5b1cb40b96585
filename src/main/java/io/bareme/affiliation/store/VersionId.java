package io.bareme.affiliation.store;

import java.io.Serializable;

/** The key of one version of what is known of a person. */
record VersionId(String tenant, String person, long version) implements Serializable {}
