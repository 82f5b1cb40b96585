package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import org.jspecify.annotations.Nullable;

/** What the law lets all responsible contracts together pay at most for one line (CSS R871-1, R871-2 2° to 4°). */
final class LegalCeilings {

    private final ResolvedLine line;
    private final Figures figures;
    private final CompulsoryShare compulsory;
    private final @Nullable Equipment equipment;
    private final Workings workings;

    LegalCeilings(
            ResolvedLine line,
            Figures figures,
            CompulsoryShare compulsory,
            @Nullable Equipment equipment,
            Workings workings) {
        this.line = line;
        this.figures = figures;
        this.compulsory = compulsory;
        this.equipment = equipment;
        this.workings = workings;
    }

    /** The lowest of the ceilings that concern the line, on what contracts pay; null when none does. */
    @Nullable
    LegalBound of(@Nullable Money optam) {
        LegalBound ceiling = null;
        for (LegalBound one : new LegalBound[] {nonOptam(optam), hearing(), outsidePathway(), optical()}) {
            ceiling = LegalBound.lowest(ceiling, one);
        }
        return ceiling;
    }

    /**
     * R871-2 2°: overruns of doctors without OPTAM, at most 100 % of the base, and at most what the contract gives with
     * OPTAM less 20 % of the base.
     */
    private @Nullable LegalBound nonOptam(@Nullable Money optam) {
        Act act = line.act();
        boolean doctors = act != null
                && (act.kind() == CareKind.DOCTOR
                        || act.kind() == CareKind.TECHNICAL
                        || act.kind() == CareKind.HOSPITAL_FEES);
        String category = line.facts().category();
        if (!doctors || !category.equals("non-optam") && !category.equals("non-conventioned")) {
            return null;
        }
        Lookup.Known share = workings.need("fr.responsible.non-optam.overrun-share", "");
        if (share == null) {
            return null;
        }
        LegalBound whole = new LegalBound(figures.copayment().plus(ofBase(share)), share.source());
        Lookup.Known below = optam == null ? null : workings.need("fr.responsible.non-optam.points-below-optam", "");
        return optam == null || below == null
                ? whole
                : LegalBound.lowest(
                        whole, new LegalBound(optam.minus(ofBase(below)).max(figures.copayment()), below.source()));
    }

    private Money ofBase(Lookup.Known share) {
        return line.base().amount().exact().times(share.rate()).rounded();
    }

    /** R871-2 4°: class II hearing aids, compulsory share and copayment included. */
    @Nullable
    LegalBound hearing() {
        if (!line.lineage().contains("hearing") || !"II".equals(line.careClass())) {
            return null;
        }
        Lookup.Known ceiling = workings.need("fr.responsible.hearing.ceiling", "");
        return ceiling == null
                ? null
                : new LegalBound(
                        ceiling.money()
                                .times(figures.quantity())
                                .minus(compulsory.beforeContracts())
                                .orZero(),
                        ceiling.source());
    }

    /** R871-1: outside the pathway, the authorised overrun of L162-5 18° is never paid; unknown, no overrun is. */
    private @Nullable LegalBound outsidePathway() {
        if (!compulsory.penalty().isPositive() || !figures.overrun().isPositive()) {
            return null;
        }
        Lookup.Known authorised = workings.need("fr.pathway.authorised-overrun", "");
        return authorised == null
                ? new LegalBound(figures.copayment(), null)
                : new LegalBound(
                        figures.copayment()
                                .plus(figures.overrun()
                                        .minus(authorised.money().times(figures.quantity()))
                                        .orZero()),
                        authorised.source());
    }

    /**
     * R871-2 3°: class B parts of an equipment, compulsory share included, within the ceiling of its lenses less what its
     * class A parts cost; the frame within a ceiling of its own.
     */
    @Nullable
    LegalBound optical() {
        if (equipment == null || Equipment.isClassA(line)) {
            return null;
        }
        Money others =
                equipment.classA().plus(equipment.paid()).plus(equipment.kept()).plus(equipment.owedAfter(line));
        LegalBound whole =
                less("fr.responsible.optical.maximum", equipment.lensCase(), others.plus(compulsory.beforeContracts()));
        return line.lineage().contains("optical.frame")
                ? LegalBound.lowest(
                        whole, less("fr.responsible.optical.frame-ceiling", "", compulsory.beforeContracts()))
                : whole;
    }

    private @Nullable LegalBound less(String quantity, String key, Money taken) {
        Lookup.Known known = workings.need(quantity, key);
        return known == null ? null : new LegalBound(known.money().minus(taken).orZero(), known.source());
    }
}
