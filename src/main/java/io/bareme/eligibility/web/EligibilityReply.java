package io.bareme.eligibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Rights;
import io.bareme.eligibility.Eligibility;
import io.bareme.eligibility.Eligibility.State;
import io.bareme.explanation.Amounts;
import io.bareme.explanation.Language;
import io.bareme.explanation.Messages;
import io.bareme.regulation.Nomenclature.Family;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rights and what remains, as JSON. */
@Schema(name = "Eligibility", description = "The rights of a member on a day, and what remains of each limit.")
@JsonInclude(Include.NON_NULL)
record EligibilityReply(
        @Schema(example = "FR-000001") String member,
        @Schema(example = "2026-11-16") LocalDate date,

        @Schema(description = "As known at that moment; absent: now.") @Nullable
        Instant knownAt,

        @Schema(
                description = "Of the contracts together: open as soon as one is; else what comes next.",
                allowableValues = {"open", "suspended", "waiting", "closed", "none", "scheme-unknown"})
        String state,

        @Schema(description = "The same in the reader's language.")
        String stateText,

        @Schema(description = "The compulsory scheme; absent when it is not known on that day.", example = "fr-general")
        @Nullable
        String scheme,

        @Schema(description = "Exemptions of the scheme on that day.")
        List<String> exemptions,

        @Schema(description = "Open ones in order of payment, then the others.")
        List<ContractReply> contracts,

        @Schema(description = "What the tables of the open contracts say, by care family, in the order of their names.")
        List<FamilyReply> families,

        @Schema(description = "To be sent as `after` for the families that follow; absent when none do.") @Nullable
        String next,

        @Schema(description = "Content hash of the edition that the tables are of.")
        String edition) {

    private static final Messages MESSAGES = new Messages("eligibility");

    static EligibilityReply of(
            String member,
            @Nullable Instant knownAt,
            Eligibility told,
            Map<String, Family> families,
            Language language) {
        Rights rights = told.rights();
        return new EligibilityReply(
                member,
                told.day(),
                knownAt,
                word(told.state().kind()),
                text(told.state(), language),
                rights == null ? null : rights.schemeOn(told.day()).word(),
                rights == null
                        ? List.of()
                        : rights.exemptionsOn(told.day()).stream()
                                .map(Exemption::word)
                                .sorted()
                                .toList(),
                told.held().stream()
                        .map(held -> ContractReply.of(held, told, language))
                        .toList(),
                told.families().stream()
                        .map(family -> FamilyReply.of(family, told, families.get(family.id()), language))
                        .toList(),
                told.next(),
                told.edition());
    }

    static String text(State state, Language language) {
        LocalDate from = state.from();
        return MESSAGES.say(
                "state." + word(state.kind()),
                from == null ? Map.of() : Map.of("from", Amounts.day(from, language.locale())),
                language.locale());
    }

    /** {@code NO_TABLE} as {@code no-table}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
