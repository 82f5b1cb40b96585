package io.bareme.journal;

import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Rights;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The households under which decisions and limits are kept. */
final class Households {

    /** Of a person who is not known. */
    private static final String NONE = "-";

    private Households() {}

    static String home(@Nullable Rights rights) {
        return rights == null ? NONE : rights.household();
    }

    /** The person's own, and those that hold contracts the person is enrolled in. */
    static String[] concerned(Rights rights) {
        Stream<@Nullable String> holders = rights.enrolments().stream().map(Enrolment::household);
        return Stream.concat(Stream.of(rights.household()), holders.filter(Objects::nonNull))
                .distinct()
                .toArray(String[]::new);
    }

    /** The first part of a limit's key. */
    static String ofKey(String key) {
        int slash = key.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("The key of a limit begins with its household: " + key);
        }
        return key.substring(0, slash);
    }
}
