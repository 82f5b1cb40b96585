package io.bareme.exchange;

import io.bareme.exchange.Fields.Form;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question for the rights of a member and what remains of their limits.
 *
 * @param date a day of care; null for today
 * @param knownAt as known at that moment; null for now
 * @param families care families of interest, with those below and above them; empty for all
 * @param after the families that follow this one, in the order of their names; null for the first
 */
@Schema(name = "EligibilityQuestion")
public record EligibilityForm(
        @Schema(
                description = "The member's number.",
                example = "FR-000001",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String member,

        @Schema(
                description = "A day of care, from 1990-01-01 to two years ahead; today when absent.",
                example = "2026-11-16")
        @Nullable
        LocalDate date,

        @Schema(
                description = "As known at that moment, not in the future; now when absent.",
                example = "2026-11-01T00:00:00Z")
        @Nullable
        Instant knownAt,

        @ArraySchema(
                maxItems = MOST_FAMILIES,
                arraySchema =
                        @Schema(
                                description = "Care families of interest, with those below and above them; all when"
                                        + " absent.",
                                example = "[\"optical\"]"))
        List<String> families,

        @Schema(
                description = "The next of the answer before: families that follow this one.",
                example = "dental.prosthesis")
        @Nullable
        String after) {

    private static final int MOST_FAMILIES = 20;
    private static final LocalDate FIRST_CARE = LocalDate.of(1990, 1, 1);
    private static final int YEARS_AHEAD = 2;

    public EligibilityForm {
        families = List.copyOf(families);
    }

    /**
     * @param now no question is about what will be known
     * @param known the care families of the nomenclature
     */
    public static Read<EligibilityForm> read(byte[] json, Instant now, Set<String> known) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return Read.object(json, fields -> {
            String member = fields.text("member", Form.IDENTIFIER);
            LocalDate date = fields.dayOrNone("date", FIRST_CARE, today.plusYears(YEARS_AHEAD));
            Instant knownAt = moment(fields, now);
            List<String> families = families(fields, known);
            String after = fields.textOrNone("after", Form.FAMILY);
            return member == null ? null : new EligibilityForm(member, date, knownAt, families, after);
        });
    }

    /** Of too many none is looked up. */
    private static List<String> families(Fields fields, Set<String> known) {
        int size = fields.has("families") && fields.get("families").isArray()
                ? fields.get("families").size()
                : 0;
        if (size > MOST_FAMILIES) {
            fields.refuse("families", "list-size", null, "least", 0, "most", MOST_FAMILIES, "size", size);
            return List.of();
        }
        return fields.words("families", known);
    }

    private static @Nullable Instant moment(Fields fields, Instant now) {
        if (!fields.has("knownAt")) {
            return null;
        }
        try {
            Instant moment =
                    OffsetDateTime.parse(fields.get("knownAt").asString("")).toInstant();
            Instant first = FIRST_CARE.atStartOfDay(ZoneOffset.UTC).toInstant();
            if (moment.isBefore(first) || moment.isAfter(now)) {
                fields.refuse("knownAt", "moment-out-of-range", null, "first", first, "last", now);
            }
            return moment;
        } catch (DateTimeException noMoment) {
            fields.refuse("knownAt", "not-a-moment", null);
            return null;
        }
    }
}
