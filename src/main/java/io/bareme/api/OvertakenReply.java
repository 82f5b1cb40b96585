package io.bareme.api;

import io.bareme.api.ProblemReply.Kind;
import io.bareme.decision.Overtaken;
import io.bareme.exchange.Problem;
import io.bareme.explanation.Language;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Says why a claim was not taken up: what was decided before does not allow it. */
public final class OvertakenReply {

    private OvertakenReply() {}

    public static ResponseEntity<Object> of(Overtaken why, Language language) {
        return switch (why) {
            case Overtaken.Superseded superseded ->
                ProblemReply.of(
                        Kind.SUPERSEDED,
                        language,
                        List.of(),
                        Map.of("decision", superseded.by().toString()));
            case Overtaken.Cancelled _ -> ProblemReply.of(Kind.REQUEST_CANCELLED, language);
            case Overtaken.Ended ended ->
                ProblemReply.of(
                        Kind.COMMITMENT_ENDED,
                        language,
                        List.of(),
                        Map.of(
                                "number",
                                ended.commitment(),
                                "status",
                                ended.status(),
                                "last",
                                ended.lastDay().toString()));
            case Overtaken.Invoiced invoiced ->
                ProblemReply.of(
                        Kind.INVOICED,
                        language,
                        List.of(new Problem(
                                "/invoice",
                                '"' + invoiced.invoice() + '"',
                                "invoiced",
                                Map.of("provider", invoiced.provider(), "first", told(invoiced.standing())),
                                null)),
                        Map.of("first", told(invoiced.standing())));
            case Overtaken.InvoicedOnCommitment invoiced ->
                ProblemReply.of(
                        Kind.INVOICED,
                        language,
                        List.of(new Problem(
                                "/lines",
                                "",
                                "invoiced-on-commitment",
                                Map.of("commitment", invoiced.commitment(), "first", told(invoiced.first())),
                                null)),
                        Map.of("first", told(invoiced.first())));
            case Overtaken.GivenBack(UUID since) ->
                ProblemReply.of(Kind.GIVEN_BACK, language, List.of(), Map.of("since", told(since)));
            case Overtaken.NoCommitment(String number) ->
                ProblemReply.of(
                        Kind.BAD_CLAIM,
                        language,
                        new Problem("/commitment", '"' + number + '"', "no-such-commitment", Map.of(), null));
        };
    }

    /** A decision of another client is not named. */
    private static String told(@Nullable UUID decision) {
        return decision == null ? "" : decision.toString();
    }
}
