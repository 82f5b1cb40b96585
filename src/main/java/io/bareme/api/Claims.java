package io.bareme.api;

import io.bareme.api.ProblemReply.Kind;
import io.bareme.decision.Caller;
import io.bareme.decision.Deciding;
import io.bareme.decision.Deciding.Answer;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.Read;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A claim that is sent to be decided and recorded once, whatever it asks. */
@Component
public final class Claims {

    private final Deciding deciding;

    Claims(Deciding deciding) {
        this.deciding = deciding;
    }

    /**
     * Has it decided, or tells everything that is wrong with it; one whose text was right on an earlier day is told what
     * its key was answered then.
     *
     * @param hash of what was sent with the key
     * @param decide the claim, under its key
     */
    public ResponseEntity<Object> taken(
            HttpServletRequest request,
            Read<ClaimForm> read,
            String hash,
            BiFunction<ClaimForm, String, Answer> decide,
            Function<Answer, ResponseEntity<Object>> told) {
        return switch (Sent.of(request, read)) {
            case Sent.Usable<ClaimForm>(var form, var key) -> told.apply(decide.apply(form, key));
            case Sent.Refused<ClaimForm> refused ->
                refused.earlierKey()
                        .flatMap(key -> deciding.known(Caller.current(), key, hash))
                        .map(told)
                        .orElseGet(() -> refused.reply(Kind.BAD_CLAIM, Asking.language(request)));
        };
    }
}
