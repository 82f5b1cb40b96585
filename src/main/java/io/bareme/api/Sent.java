package io.bareme.api;

import io.bareme.api.ProblemReply.Kind;
import io.bareme.exchange.Problem;
import io.bareme.exchange.Read;
import io.bareme.explanation.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What was sent to be recorded once: a form under a key, or everything that is wrong with either. */
public sealed interface Sent<T> {

    /** Can be recorded. */
    record Usable<T>(T form, String key) implements Sent<T> {}

    /**
     * One problem or more, of the key first.
     *
     * @param key null when there is none that may be used
     */
    record Refused<T>(List<Problem> problems, @Nullable String key) implements Sent<T> {

        public ResponseEntity<Object> reply(Kind kind, Language language) {
            return ProblemReply.of(kind, language, problems, Map.of());
        }

        /** The key, where the same text may have been recorded under it on an earlier day. */
        Optional<String> earlierKey() {
            return Optional.ofNullable(key).filter(usable -> problems.stream().anyMatch(Problem::dependsOnToday));
        }
    }

    static <T> Sent<T> of(HttpServletRequest request, Read<T> read) {
        Asking.Key key = Asking.key(request);
        String usable = key.usable();
        return usable != null && read instanceof Read.Valid<T>(T form)
                ? new Usable<>(form, usable)
                : new Refused<>(
                        Stream.concat(key.problems().stream(), read.problems().stream())
                                .toList(),
                        usable);
    }
}
