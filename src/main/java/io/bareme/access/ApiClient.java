package io.bareme.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A program that may ask.
 *
 * @param tenant the administering organisation that it asks for
 * @param id unique within the organisation: lower-case letters, digits and hyphens
 * @param name for people
 * @param operations what it may do
 * @param carriers it asks for members who hold a contract of one of these; empty: of any carrier
 * @param perMinute how many requests it may send in a minute, 1 or more
 */
public record ApiClient(
        String tenant, String id, String name, Set<Operation> operations, Set<String> carriers, int perMinute) {

    private static final char AT = '@';

    public ApiClient {
        operations = Set.copyOf(operations);
        carriers = Set.copyOf(carriers);
    }

    /** The client's id among those of all organisations, as {@code pharmacies@mutuelle}: its OAuth client id. */
    public String number() {
        return id + AT + tenant;
    }

    /** Who sent the request that this thread answers; empty where nobody had to say who they are. */
    public static Optional<ApiClient> current() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof ApiClient client
                ? Optional.of(client)
                : Optional.empty();
    }

    /** The two parts of a number; empty for what is none. */
    static Optional<Number> parse(String number) {
        int at = number.indexOf(AT);
        return at < 1 || at == number.length() - 1 || number.length() > 81
                ? Optional.empty()
                : Optional.of(new Number(number.substring(0, at), number.substring(at + 1)));
    }

    record Number(String id, String tenant) {}
}
