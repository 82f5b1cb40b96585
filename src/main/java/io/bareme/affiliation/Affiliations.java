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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    private final Cache<Version, Optional<RightsHistory>> kept =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(KEPT_FOR).build();

    private final Questions<PersonAt, Optional<RightsHistory>> histories = new Questions<>(this::histories);

    private record Version(String tenant, String person, long number) {
        static Version of(String tenant, PersonAt one, Known version) {
            return new Version(tenant, one.person(), version.version());
        }
    }

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
                () -> histories
                        .ask(tenant, new PersonAt(person, knownAt))
                        .flatMap(Function.identity())
                        .flatMap(history -> history.on(day)));
    }

    /** Of those who are known; empty of those whose compulsory scheme is not. */
    private Map<PersonAt, Optional<RightsHistory>> histories(List<PersonAt> people) {
        String tenant = Tenancy.current().orElseThrow();
        Map<PersonAt, Optional<RightsHistory>> histories = new HashMap<>();
        Map<PersonAt, Known> unread = new HashMap<>();
        records.knownAt(tenant, people).forEach((one, version) -> {
            Optional<RightsHistory> history = kept.getIfPresent(Version.of(tenant, one, version));
            if (history == null) {
                unread.put(one, version);
            } else {
                histories.put(one, history);
            }
        });
        if (!unread.isEmpty()) {
            histories.putAll(read(tenant, unread));
        }
        return histories;
    }

    /** As known from the moment of the version that was found: another may have become known since. */
    private Map<PersonAt, Optional<RightsHistory>> read(String tenant, Map<PersonAt, Known> versions) {
        Map<PersonAt, RightsHistory> read = records.histories(
                tenant,
                versions.entrySet().stream()
                        .map(one -> asOf(one.getKey(), one.getValue()))
                        .distinct()
                        .toList());
        Map<PersonAt, Optional<RightsHistory>> histories = new HashMap<>();
        versions.forEach((one, version) -> {
            Optional<RightsHistory> history = Optional.ofNullable(read.get(asOf(one, version)));
            kept.put(Version.of(tenant, one, version), history);
            histories.put(one, history);
        });
        return histories;
    }

    private static PersonAt asOf(PersonAt one, Known version) {
        return new PersonAt(one.person(), version.from());
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
