package io.bareme.rulebook.files;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Dossier;
import io.bareme.adjudication.EarlierCare;
import io.bareme.adjudication.Provider;
import io.bareme.rulebook.cases.Expected;
import io.bareme.rulebook.cases.WorkedCase.EarlierClaim;
import io.bareme.values.Currency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the claim of a worked case with its lines and what is expected of them, and what came before it. */
final class CaseClaimReader {

    private static final Map<String, Provider.Category> CATEGORIES =
            Words.of(Provider.Category.values(), Provider.Category::word);
    private static final Map<String, ClaimKind> CLAIM_KINDS = Words.of(ClaimKind.values(), Words::small);
    private static final Map<String, Dossier> DOSSIERS = Words.of(Dossier.values(), Dossier::word);

    private CaseClaimReader() {}

    record Lines(List<CareLine> care, List<Expected> expected) {}

    /** All care lines, or none when one is broken or they are too few or too many, which was reported. */
    static Lines lines(Fields fields, Currency currency) {
        return lines(fields, currency, true);
    }

    /** @param mustExpect whether each line says what comes of it */
    private static Lines lines(Fields fields, Currency currency, boolean mustExpect) {
        Lines lines = new Lines(new ArrayList<>(), new ArrayList<>());
        List<Fields> each = fields.list("lines");
        if (fields.has("lines") && (each.isEmpty() || each.size() > Claim.MAX_LINES)) {
            fields.refuse("lines", "a claim of " + each.size() + " lines", "1 to " + Claim.MAX_LINES + " lines", null);
            return lines;
        }
        for (Fields line : each) {
            CareLine care = new CaseLineReader(line, currency).line(lines.care.size() + 1);
            if (line.has("claimed by scheme") && !schemeClaims(fields)) {
                line.refuse(
                        "claimed by scheme",
                        "the scheme claims a complement in a file of the one-stop shop alone",
                        "claim: {dossier: one-stop}, or no \"claimed by scheme\"",
                        null);
            }
            if (mustExpect) {
                lines.expected.add(new ExpectedReader(line.fields("expect"), currency).expected());
            }
            line.refuseOthers();
            if (care != null) {
                lines.care.add(care);
            }
        }
        return lines;
    }

    /** Whether the file is one in which the scheme claims what it paid for the insurer, or a word that is none. */
    private static boolean schemeClaims(Fields fields) {
        String dossier = fields.has("claim") ? fields.fields("claim").optional("dossier") : "";
        return dossier.equals(Dossier.ONE_STOP.word()) || !dossier.isEmpty() && !DOSSIERS.containsKey(dossier);
    }

    static Provider provider(Fields fields) {
        Provider provider = new Provider(
                fields.optional("id"),
                fields.text("profession"),
                fields.wordOr("category", CATEGORIES, Provider.Category.UNSPECIFIED),
                Set.copyOf(fields.words("network")),
                fields.text("country"));
        fields.refuseOthers();
        return provider;
    }

    static List<EarlierCare> earlier(Fields fields, Currency currency) {
        List<EarlierCare> earlier = new ArrayList<>();
        if (fields.has("earlier")) {
            for (Fields each : fields.list("earlier")) {
                EarlierCare care = new CaseLineReader(each, currency).earlier();
                each.refuseOthers();
                if (care != null) {
                    earlier.add(care);
                }
            }
        }
        return earlier;
    }

    /** Claims decided before the case's own, at the same provider unless another is named. */
    static List<EarlierClaim> decidedBefore(Fields fields, Provider provider, Currency currency) {
        List<EarlierClaim> decided = new ArrayList<>();
        for (Fields each : fields.has("earlier claims") ? fields.list("earlier claims") : List.<Fields>of()) {
            boolean relative = each.flagOr("relative", false);
            Provider at = each.has("provider") ? provider(each.fields("provider")) : provider;
            List<CareLine> lines = lines(each, currency, false).care;
            Claim claim = lines.isEmpty() ? null : claim(each, at, lines, List.of());
            each.refuseOthers();
            if (claim != null) {
                decided.add(new EarlierClaim(claim, relative));
            }
        }
        return decided;
    }

    static @Nullable Claim claim(Fields fields, Provider provider, List<CareLine> lines, List<EarlierCare> earlier) {
        boolean dossier = fields.has("claim") && fields.fields("claim").has("dossier");
        if (!dossier && lines.stream().anyMatch(line -> line.given().alreadyPaid() != null)) {
            fields.refuseWhole("a line says what was paid before", "claim: {dossier: …}, the way of an AMC file");
            return null;
        }
        if (!dossier && lines.stream().anyMatch(line -> line.given().claimedByScheme() != null)) {
            return null; // which was reported with its line
        }
        LocalDate firstCare =
                lines.stream().map(CareLine::date).min(LocalDate::compareTo).orElseThrow();
        LocalDate lastCare =
                lines.stream().map(CareLine::date).max(LocalDate::compareTo).orElseThrow();
        if (!fields.has("claim")) {
            return new Claim(
                    ClaimKind.SIMULATION, "case-person", lastCare, false, provider, firstCare, null, lines, earlier);
        }
        Fields claim = fields.fields("claim");
        LocalDate received = claim.dayOrNone("received");
        String agreement = claim.optional("agreement");
        Claim read = new Claim(
                claim.wordOr("kind", CLAIM_KINDS, ClaimKind.SIMULATION),
                "case-person",
                received == null ? lastCare : received,
                claim.flagOr("third party", false),
                provider,
                claim.dayOrNone("prescribed"),
                agreement.isEmpty() ? null : agreement,
                lines,
                earlier,
                claim.has("dossier") ? claim.word("dossier", DOSSIERS, Dossier.REMAINDER) : null,
                claim.dayOrNone("statement"),
                null,
                null);
        claim.refuseOthers();
        return read;
    }
}
