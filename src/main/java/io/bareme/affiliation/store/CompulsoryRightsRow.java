package io.bareme.affiliation.store;

import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Scheme;
import io.bareme.affiliation.Correction;
import io.bareme.values.DateRange;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person's compulsory scheme and exemptions over some days, as known over some time. */
@Entity
@Table(schema = "affiliation", name = "compulsory_rights")
class CompulsoryRightsRow implements DatedRow<CompulsoryRightsRow> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String tenant;
    private String person;
    private LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private Instant knownFrom;
    private @Nullable Instant knownTo;
    private String scheme;
    private String[] exemptions;

    @SuppressWarnings("NullAway.Init")
    protected CompulsoryRightsRow() {}

    CompulsoryRightsRow(String tenant, Correction.Compulsory held, Instant knownFrom) {
        this.tenant = tenant;
        this.person = held.person();
        this.firstDay = held.days().first();
        this.lastDay = held.days().last();
        this.knownFrom = knownFrom;
        this.scheme = held.scheme().word();
        this.exemptions =
                held.exemptions().stream().map(Exemption::word).sorted().toArray(String[]::new);
    }

    @Override
    public @Nullable Long id() {
        return id;
    }

    @Override
    public DateRange days() {
        return new DateRange(firstDay, lastDay);
    }

    @Override
    public CompulsoryRightsRow over(DateRange days, Instant from) {
        return new CompulsoryRightsRow(tenant, new Correction.Compulsory(person, days, scheme(), exemptions()), from);
    }

    Scheme scheme() {
        return scheme(scheme);
    }

    Set<Exemption> exemptions() {
        return exemptions(exemptions);
    }

    /** Throws when one of the words is none. */
    static Set<Exemption> exemptions(String... words) {
        return Arrays.stream(words).map(CompulsoryRightsRow::exemption).collect(Collectors.toSet());
    }

    /** Throws when the word is none: the database holds what no version of the program wrote. */
    static Scheme scheme(String word) {
        return Arrays.stream(Scheme.values())
                .filter(scheme -> scheme.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No compulsory scheme is called " + word));
    }

    private static Exemption exemption(String word) {
        return Arrays.stream(Exemption.values())
                .filter(exemption -> exemption.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No exemption is called " + word));
    }
}
