package io.bareme.resequencing.web;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Verdict;
import io.bareme.resequencing.Correction;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/** A decision that would come out otherwise. */
@Schema(name = "CorrectedDecision")
record CorrectionReply(
        UUID decision,

        @Schema(description = "Its first day of care.", example = "2026-03-10")
        LocalDate care,

        String member,

        @Schema(description = "What contracts pay more; below zero, less.", example = "-50.00")
        String net,

        @Schema(description = "By contract.") List<OwedReply> owed,

        @Schema(description = "The verdict as it stands.", example = "approved")
        String verdictBefore,

        @Schema(description = "The verdict in order.", example = "approved-in-part")
        String verdictAfter,

        List<LineReply> lines) {

    /** One line; a decision that waits bears the amounts it would have if it were accepted. */
    @Schema(name = "CorrectedLine")
    record LineReply(
            int line,

            @Schema(example = "NGAP CS") String act,
            LocalDate date,

            @Schema(description = "What complementary contracts pay, as it stands.", example = "250.00")
            String complementaryBefore,

            @Schema(example = "200.00") String complementaryAfter,

            @Schema(description = "What the member bears, as it stands.", example = "0.00")
            String memberShareBefore,

            @Schema(example = "50.00") String memberShareAfter) {

        private static LineReply of(CareLine line, LineDecision before, LineDecision after) {
            return new LineReply(
                    line.number(),
                    line.act().toString(),
                    line.date(),
                    ResequencingReply.plain(before.shares().complementary()),
                    ResequencingReply.plain(after.shares().complementary()),
                    ResequencingReply.plain(before.shares().member().total()),
                    ResequencingReply.plain(after.shares().member().total()));
        }
    }

    static CorrectionReply of(Correction one) {
        List<CareLine> lines = one.was().claim().lines();
        List<LineDecision> before = one.was().decision().lines();
        List<LineDecision> after = one.now().lines();
        return new CorrectionReply(
                one.was().id(),
                one.was().firstCare(),
                one.was().claim().person(),
                ResequencingReply.plain(one.net()),
                OwedReply.of(one),
                word(one.was().decision().verdict()),
                word(one.now().verdict()),
                IntStream.range(0, lines.size())
                        .mapToObj(i -> LineReply.of(lines.get(i), before.get(i), after.get(i)))
                        .toList());
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
