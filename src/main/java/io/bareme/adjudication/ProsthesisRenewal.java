package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Nomenclature;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * CNSS leaves the renewal of a dental prosthesis unpaid (La Vie Éco, soins dentaires CNSS 2015; Aujourd'hui le Maroc,
 * dossiers dentaires CNSS 2017); after how long one is no renewal is not established. The letter key and the acts that
 * have a code of their own name the same prostheses: of two families one of which holds the other, one may renew the
 * other.
 */
final class ProsthesisRenewal {

    private final ResolvedClaim claim;
    private final ResolvedLine line;
    private final @Nullable String tooth;

    /** A prosthesis fitted before. */
    private record Fitted(LocalDate day, @Nullable String tooth) {}

    ProsthesisRenewal(ResolvedClaim claim, ResolvedLine line) {
        this.claim = claim;
        this.line = line;
        this.tooth = line.line().circumstances().part();
    }

    void examine(List<Finding> found) {
        Act act = line.act();
        boolean concerned = act != null
                && act.kind() == CareKind.DENTAL_PROSTHESIS
                && claim.rights().schemeOn(line.line().date()) == Scheme.MA_CNSS;
        LocalDate renewed = concerned && tooth != null ? last(fitted -> tooth.equals(fitted.tooth())) : null;
        LocalDate unsaid = concerned ? last(fitted -> tooth == null || fitted.tooth() == null) : null;
        if (renewed != null) {
            found.add(Weighing.doubt(line, "prosthesis-renewal", Map.of("since", renewed.toString())));
        } else if (unsaid != null) {
            found.add(Weighing.doubt(line, "prosthesis-tooth-unsaid", Map.of("since", unsaid.toString())));
        }
    }

    private @Nullable LocalDate last(Predicate<Fitted> those) {
        return fitted().filter(those)
                .map(Fitted::day)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Stream<Fitted> fitted() {
        Stream<Fitted> before = claim.claim().earlier().stream()
                .filter(care -> ofOneFamily(care.act()))
                .map(care -> new Fitted(care.date(), care.part()));
        Stream<Fitted> beside = claim.claim().lines().stream()
                .filter(other -> ofOneFamily(other.act()))
                .map(other -> new Fitted(other.date(), other.circumstances().part()));
        return Stream.concat(before, beside)
                .filter(fitted -> fitted.day().isBefore(line.line().date()));
    }

    private boolean ofOneFamily(ActCode code) {
        Nomenclature nomenclature = claim.edition().nomenclature();
        Act other = nomenclature.act(code);
        Act own = line.act();
        return other != null
                && own != null
                && other.kind() == CareKind.DENTAL_PROSTHESIS
                && (line.lineage().contains(other.family())
                        || nomenclature.lineage(other.family()).contains(own.family()));
    }
}
