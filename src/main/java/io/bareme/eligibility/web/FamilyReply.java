package io.bareme.eligibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.eligibility.Eligibility;
import io.bareme.eligibility.Eligibility.FamilyOfCare;
import io.bareme.eligibility.Eligibility.Given;
import io.bareme.exchange.Origin;
import io.bareme.explanation.Language;
import io.bareme.guarantee.Condition;
import io.bareme.regulation.Nomenclature.Family;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tables say of one care family. An act falls back on the families above its own. */
@Schema(name = "EligibleFamily")
record FamilyReply(
        @Schema(example = "optical.lens") String family,
        @Schema(description = "In the reader's language.") String label,
        List<GuaranteeReply> guarantees) {

    static FamilyReply of(FamilyOfCare family, Eligibility told, @Nullable Family named, Language language) {
        return new FamilyReply(
                family.id(),
                named == null ? family.id() : language == Language.FRENCH ? named.labelFr() : named.labelEn(),
                family.given().stream()
                        .map(given -> GuaranteeReply.of(given, told, language))
                        .toList());
    }

    /** A line of one contract's table. */
    @Schema(name = "EligibleGuarantee")
    @JsonInclude(Include.NON_NULL)
    record GuaranteeReply(
            @Schema(example = "FR-E0001") String contract,

            @Schema(description = "The line's id in the table; absent for one that is left to a person.") @Nullable
            String line,

            @Schema(description = "The line's words, as printed.")
            String poste,

            @Schema(description = "What must be true of the care, as `class=A`, `optam`.")
            List<String> conditions,

            @Schema(
                    description = "The cell, as printed; absent for a line that is left to a person.",
                    example = "150 % BR")
            @Nullable
            String wording,

            @Schema(description = "The cell itself.") @Nullable
            Origin source,

            @Schema(description = "In the order of the words.")
            List<LimitReply> limits,

            @Schema(description = "True where care is looked at by a person; absent elsewhere.") @Nullable
            Boolean leftToPerson) {

        static GuaranteeReply of(Given given, Eligibility told, Language language) {
            return switch (given) {
                case Given.Cell(var cover, var cell, var limits) ->
                    new GuaranteeReply(
                            cover.enrolment().id(),
                            cell.line(),
                            cell.poste(),
                            words(cell.conditions()),
                            cell.wording(),
                            Origin.of(cell.source()),
                            limits.stream()
                                    .map(limit -> LimitReply.of(limit, told, language))
                                    .toList(),
                            null);
                case Given.Left(var cover, var left) ->
                    new GuaranteeReply(
                            cover.enrolment().id(), null, left.words(), List.of(), null, null, List.of(), true);
            };
        }

        private static List<String> words(Set<Condition> conditions) {
            return conditions.stream().map(Condition::word).sorted().toList();
        }
    }
}
