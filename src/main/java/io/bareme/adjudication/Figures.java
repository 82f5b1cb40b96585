package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Unit;
import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of one care line that percentages are taken of. */
final class Figures {

    private final ResolvedLine line;
    private final CompulsoryShare compulsory;
    private final Workings workings;
    private final LineUnits units;

    Figures(ResolvedLine line, CompulsoryShare compulsory, Workings workings) {
        this.line = line;
        this.compulsory = compulsory;
        this.workings = workings;
        this.units = new LineUnits(line);
    }

    int quantity() {
        return line.line().quantity();
    }

    /** How many of what a wording names the line has; null where its act is counted in something else. */
    @Nullable
    Integer quantity(Unit named) {
        return units.of(named, quantity());
    }

    LineUnits units() {
        return units;
    }

    Exact zero() {
        return Exact.zero(line.charge().currency());
    }

    Money charge() {
        return line.charge();
    }

    /** What an amount that counts the compulsory share leaves to deduct: legal share and other payers. */
    Exact deducted(Basis basis) {
        Money fictive = basis == Basis.RECONSTRUCTED_BASE ? fictive() : Money.zero(charge().currency());
        return compulsory.legal().plus(compulsory.besideLegal()).plus(fictive).exact();
    }

    /**
     * What the scheme would have paid of an act that it refused: computed, and paid by nobody, as in the branch of
     * pharmacies (CCN de la pharmacie d'officine, IDCC 1996, annexe IV, frais de soins de santé des cadres, III D; known
     * from a digest, its text was not read). A local act that stands for any refused one has no rate: the line is referred.
     */
    private Money fictive() {
        Act act = line.act();
        if (act != null && act.kind() == CareKind.UNCOVERED) {
            workings.doubt("fictive-share-unknown", Map.of("act", act.code().toString()));
        }
        return compulsory.fictive();
    }

    /** Base less legal share and other payers (ticket modérateur); none on an act that the scheme refused. */
    Money copayment() {
        return compulsory.copayment(line);
    }

    /** What is left of the charge once the compulsory share and the other payers are taken off. */
    Money remainder() {
        return charge().minus(compulsory.legal())
                .minus(compulsory.besideLegal())
                .orZero();
    }

    Money overrun() {
        return charge().minus(line.base().amount()).orZero();
    }

    /** The figure, or null when the regulation does not establish it: the line is then referred. */
    @Nullable
    Exact of(Basis basis) {
        return switch (basis) {
            case CHARGE -> charge().exact();
            case BASE -> refused() ? zero() : base();
            case CONVENTION_TARIFF -> refused() ? zero() : reconstructed();
            case NATIONAL_TARIFF -> base();
            case RECONSTRUCTED_BASE -> reconstructed();
            case COPAYMENT -> copayment().exact();
            case REMAINDER -> remainder().exact();
            case OVERRUN -> overrun().exact();
            case PMSS -> exact(workings.need("fr.pmss", ""));
            case PRICE_CEILING -> priceOfAll();
            case HOSPITAL_SCALE -> hospitalScale();
            case STATUTORY_FEE -> statutoryFee();
        };
    }

    /** The PMSS so many times: of nights that follow each other, each has that of its own day. */
    @Nullable
    Exact ceilings(int times) {
        boolean nights = line.lineage().stream().anyMatch(StayBeginnings.STAYS::contains);
        Exact total = zero();
        for (int i = 0; i < times; i++) {
            Exact one = exact(workings.need(
                    "fr.pmss",
                    "",
                    nights ? line.line().date().plusDays(i) : line.line().date()));
            if (one == null) {
                return null;
            }
            total = total.plus(one);
        }
        return total;
    }

    private boolean refused() {
        return line.refusedByScheme();
    }

    private Exact base() {
        return line.base().amount().exact();
    }

    /** The base or tariff that an act would have; one that no scheme covers has none to go by, and its line is referred. */
    private Exact reconstructed() {
        Act act = line.act();
        if (act != null && act.kind() == CareKind.UNCOVERED && !line.base().stated()) {
            workings.need(tariff(act), "");
        }
        return base();
    }

    private String tariff(Act act) {
        String country = line.facts().country().toLowerCase(Locale.ROOT);
        return country + ".tariff." + act.code().code().toLowerCase(Locale.ROOT);
    }

    /** The regulated price of one of the act, or null when none is established: the line is then referred. */
    Lookup.@Nullable Known priceCeiling() {
        Act act = line.act();
        if (act == null) {
            return null;
        }
        String country = line.facts().country().toLowerCase(Locale.ROOT);
        return workings.need(country + ".price-ceiling." + act.code().code().toLowerCase(Locale.ROOT), "");
    }

    /** By family of care; null when it is not established: the line is then referred. */
    private @Nullable Exact hospitalScale() {
        Exact each = exact(workings.need("ma.hospital.scale", line.facts().family()));
        return each == null ? null : each.times(java.math.BigDecimal.valueOf(quantity()));
    }

    private @Nullable Exact priceOfAll() {
        Exact each = exact(priceCeiling());
        return each == null ? null : each.times(java.math.BigDecimal.valueOf(quantity()));
    }

    /**
     * The flat charge the law sets: the base of the daily charge, the emergency fee and a participation billed as a line
     * of its own; the copayment that a flat participation replaces. Null for any other act, which is referred: it has
     * no such fee.
     */
    private @Nullable Exact statutoryFee() {
        Act act = line.act();
        boolean isBase = act != null && (act.kind() == CareKind.DAILY_CHARGE || act.kind() == CareKind.EMERGENCY_FEE);
        if (isBase || line.lineage().contains("hospital.heavy-act")) {
            return line.base().amount().exact();
        }
        return compulsory.rate() == null
                ? copayment().exact()
                : exact(workings.need("fr.statutory-fee", line.facts().family()));
    }

    private static @Nullable Exact exact(Lookup.@Nullable Known known) {
        return known == null ? null : known.exact();
    }
}
