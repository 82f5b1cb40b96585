package io.bareme.affiliation.store;

import java.time.LocalDate;

/** A person's compulsory rights, and the person's own facts. */
record Affiliated(CompulsoryRightsRow row, String household, LocalDate born) {}
