package io.bareme.affiliation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bareme.adjudication.Rights;
import io.bareme.affiliation.RightsRecords.Known;
import io.bareme.affiliation.RightsRecords.PersonAt;
import io.bareme.tenancy.Questions;
import io.bareme.tenancy.Tenancy;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Members and their rights: true on a day, as known at a moment.
 *
 * <p>Rights once read are kept in memory under the version of what was known; each call first asks the database which
 * version that is, so a correction is never missed.
 */
@Service
public final class Affiliations {

    private static final int KEPT = 50_000;
    private static final Duration KEPT_FOR = Duration.ofHours(1);

    private final RightsRecords records;
    private final Clock clock;
    private final Cache<Asked, Optional<RightsHistory>> kept =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(KEPT_FOR).build();

    private final Questions<PersonAt, Known> versions = new Questions<>(this::versions);
    private final Questions<PersonAt, RightsHistory> histories = new Questions<>(this::histories);

    private record Asked(String tenant, String person, long version) {}

    /** The clock tells from when a correction is known. */
    public Affiliations(RightsRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * A person's rights on a day of care, as known at a moment: every enrolment held, closed and future ones included,
     * in order of payment. Empty when the person, or their compulsory scheme on that day, is not known.
     */
    public Optional<Rights> rightsOn(String tenant, String person, LocalDate day, Instant knownAt) {
        return Tenancy.as(
                tenant,
                () -> versions.ask(tenant, new PersonAt(person, knownAt))
                        .flatMap(known -> rightsOn(tenant, person, day, known)));
    }

    private Map<PersonAt, Known> versions(List<PersonAt> people) {
        return records.knownAt(Tenancy.current().orElseThrow(), people);
    }

    private Map<PersonAt, RightsHistory> histories(List<PersonAt> people) {
        return records.histories(Tenancy.current().orElseThrow(), people);
    }

    private Optional<Rights> rightsOn(String tenant, String person, LocalDate day, Known known) {
        var asked = new Asked(tenant, person, known.version());
        Optional<RightsHistory> history = kept.getIfPresent(asked);
        if (history == null) {
            history = histories.ask(tenant, new PersonAt(person, known.from()));
            kept.put(asked, history);
        }
        return history.flatMap(one -> one.on(day));
    }

    /**
     * Corrects what is known, from now on; what was known before can still be asked for. Throws
     * {@link IllegalArgumentException} when the person or the enrolment does not exist.
     */
    public void correct(String tenant, Correction correction) {
        Tenancy.run(tenant, () -> records.correct(tenant, correction, clock.instant()));
    }

    /**
     * Members whose names and number contain every word, in the order of their names; accents and capitals do not
     * matter, no word finds everybody.
     *
     * @param page from 0
     * @param size 1 to 200
     */
    public List<MemberSummary> search(String tenant, String words, int page, int size) {
        if (page < 0 || size < 1 || size > 200) {
            throw new IllegalArgumentException("A page is 0 or more and has 1 to 200 members: " + page + ", " + size);
        }
        List<String> pieces = Arrays.stream(folded(words).split("\\s+"))
                .filter(piece -> !piece.isEmpty())
                .toList();
        int skip = Math.multiplyExact(page, size);
        return Tenancy.as(tenant, () -> records.members(tenant, pieces, LocalDate.now(clock), skip, size));
    }

    /** The member of that number. */
    public Optional<MemberSummary> member(String tenant, String id) {
        return Tenancy.as(tenant, () -> records.member(tenant, id, LocalDate.now(clock)));
    }

    /** Whether the person holds, held or will hold a contract of one of these carriers, as known now. */
    public boolean isInsuredBy(String tenant, String person, Set<String> carriers) {
        return Tenancy.as(tenant, () -> records.isInsuredBy(tenant, person, carriers));
    }

    /** How names are written down to be found: without accents, in lower case. */
    public static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
