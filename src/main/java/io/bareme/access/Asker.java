package io.bareme.access;

import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Who asks, taken from the thread that a request came on to others that work for it. */
public final class Asker {

    private final SecurityContext context;

    private Asker(Authentication known) {
        this.context = new SecurityContextImpl(known);
    }

    /** Of this thread's request, which came with a token. */
    public static Asker current() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return new Asker(Objects.requireNonNull(known, "a client with a token"));
    }

    /** Whether the token is for that. */
    public boolean may(Operation operation) {
        return Objects.requireNonNull(context.getAuthentication()).getAuthorities().stream()
                .anyMatch(authority -> operation.authority().equals(authority.getAuthority()));
    }

    /** From now on this thread asks for nobody. */
    public static void leave() {
        SecurityContextHolder.clearContext();
    }

    /** From now on this thread asks for them, until it {@link #leave leaves}. */
    public void enter() {
        SecurityContextHolder.setContext(context);
    }
}
