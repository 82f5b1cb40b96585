package io.bareme.rulebook.files;

import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Scheme;
import io.bareme.adjudication.SchemeChange;
import io.bareme.rulebook.cases.WorkedCase.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the person of a worked case: {@code scheme}, {@code born}, and if need be {@code exempt} and {@code then}. */
final class CasePersonReader {

    private static final Map<String, Scheme> SCHEMES = Words.of(Scheme.values(), Scheme::word);
    private static final Map<String, Exemption> EXEMPTIONS = Words.of(Exemption.values(), Exemption::word);

    private CasePersonReader() {}

    static @Nullable Person person(Fields fields) {
        Scheme scheme = fields.word("scheme", SCHEMES, Scheme.FR_GENERAL);
        LocalDate born = fields.day("born");
        Set<Exemption> exemptions = exemptions(fields, "exempt");
        List<SchemeChange> changes = new ArrayList<>();
        for (Fields change : fields.has("then") ? fields.list("then") : List.<Fields>of()) {
            SchemeChange read = change(change, scheme, changes.isEmpty() ? null : changes.getLast());
            if (read != null) {
                changes.add(read);
            }
        }
        fields.refuseOthers();
        return born == null ? null : new Person(scheme, born, exemptions, changes);
    }

    private static @Nullable SchemeChange change(Fields fields, Scheme first, @Nullable SchemeChange last) {
        LocalDate from = fields.day("from");
        Scheme scheme = fields.word("scheme", SCHEMES, first);
        Set<Exemption> exemptions = exemptions(fields, "exempt");
        fields.refuseOthers();
        if (from == null) {
            return null;
        }
        if (!scheme.country().equals(first.country())) {
            fields.refuse("scheme", "another country's scheme", "a scheme of " + first.country(), null);
            return null;
        }
        if (last != null && !last.from().isBefore(from)) {
            fields.refuse("from", "not after the change before it", "a day after " + last.from(), null);
            return null;
        }
        return new SchemeChange(from, scheme, exemptions);
    }

    static Set<Exemption> exemptions(Fields fields, String key) {
        Set<Exemption> exemptions = new HashSet<>();
        for (String word : fields.words(key)) {
            Exemption exemption = EXEMPTIONS.get(word);
            if (exemption == null) {
                fields.refuse(
                        key,
                        "unknown exemption \"" + word + '"',
                        Fields.oneOf(EXEMPTIONS.keySet()),
                        Nearest.to(word, EXEMPTIONS.keySet()));
            } else {
                exemptions.add(exemption);
            }
        }
        return exemptions;
    }
}
