package io.bareme.api;

import io.bareme.api.ProblemReply.Kind;
import io.bareme.decision.Resuming.Answer;
import io.bareme.exchange.ResolutionForm;
import io.bareme.exchange.Statement;
import io.bareme.explanation.Language;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** What a person decided on a request that was referred to them, whatever was asked. */
public final class Resolutions {

    private Resolutions() {}

    /** What every such address may answer, for the OpenAPI document. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "201",
            description = "Decided in the place of the referred decision; Location names it.",
            content = @Content(schema = @Schema(implementation = Statement.class)))
    @ApiResponse(
            responseCode = "403",
            description = "A doctor must look (medical-review), or a handler (review): the token has the scope of the"
                    + " other alone.")
    @ApiResponse(responseCode = "404", description = "No such request bears this id.")
    @ApiResponse(
            responseCode = "409",
            description =
                    "Nobody is waited for; it is incomplete, or was cancelled; it would still wait; there is no such line.")
    public @interface Answers {}

    /** Settles a request; the hash is of what was sent with the key. */
    @FunctionalInterface
    public interface Settling {
        Answer settle(ResolutionForm form, String key, String bodyHash);
    }

    /**
     * A request that a person may settle.
     *
     * @param told the new decision, as its kind is told
     * @param completion the address that takes what an incomplete one lacks
     */
    public record Referred(
            Settling settling, BiFunction<Answer.Settled, Language, ResponseEntity<Object>> told, String completion) {}

    /** Takes what was sent to the address of a request, if there is one of that id. */
    public static ResponseEntity<Object> take(
            HttpServletRequest request, String id, Function<UUID, Optional<Referred>> find)
            throws IOException, HttpMediaTypeNotSupportedException {
        Language language = Asking.language(request);
        Body body = Body.of(request);
        if (body == null) {
            return ProblemReply.of(Kind.TOO_LARGE, language);
        }
        UUID known = Asking.uuid(id);
        Referred referred = known == null ? null : find.apply(known).orElse(null);
        if (referred == null) {
            return ProblemReply.of(Kind.UNKNOWN, language);
        }
        String hash = "resolution " + known + " " + body.hash();
        return switch (Sent.of(request, ResolutionForm.read(body.bytes()))) {
            case Sent.Usable<ResolutionForm>(var form, var key) ->
                reply(referred, referred.settling().settle(form, key, hash), language);
            case Sent.Refused<ResolutionForm> refused -> refused.reply(Kind.BAD_REQUEST, language);
        };
    }

    private static ResponseEntity<Object> reply(Referred referred, Answer answer, Language language) {
        return switch (answer) {
            case Answer.Settled settled -> referred.told().apply(settled, language);
            case Answer.NoSuchLine(int count) ->
                ProblemReply.of(Kind.NO_SUCH_LINE, language, List.of(), Map.of("count", String.valueOf(count)));
            case Answer.KeyUsed() -> ProblemReply.of(Kind.KEY_USED, language);
            case Answer.NotTheirs(boolean medical, String scope) ->
                ProblemReply.lacking(medical ? Kind.MEDICAL_REVIEW : Kind.FORBIDDEN, scope, language);
            case Answer.Incomplete() ->
                ProblemReply.of(Kind.INCOMPLETE, language, List.of(), Map.of("address", referred.completion()));
            case Answer.Cancelled() -> ProblemReply.of(Kind.REQUEST_CANCELLED, language);
            case Answer.NotWaiting() -> ProblemReply.of(Kind.NOT_WAITING, language);
            case Answer.StillWaits(var reasons) ->
                ProblemReply.of(Kind.STILL_WAITS, language, List.of(), Map.of("reasons", String.join(", ", reasons)));
        };
    }
}
