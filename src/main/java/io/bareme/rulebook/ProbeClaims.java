package io.bareme.rulebook;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.CareLine.Circumstances;
import io.bareme.adjudication.CareLine.Given;
import io.bareme.adjudication.CareLine.Pathway;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Provider;
import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.CodeSystem;
import io.bareme.regulation.Lookup;
import io.bareme.regulation.Nomenclature;
import io.bareme.regulation.Regulation;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Care on which a table that claims to be responsible shows what it does: every French act that the compulsory scheme
 * covers, at its base and far above it, by doctors with OPTAM and without; a year of daily charges; prostheses and
 * devices of the 100 % Santé baskets; spectacles of the six cases. Bases are stated, so that no tariff need be known.
 */
final class ProbeClaims {

    private static final Money BASE = Money.of("100.00", Currency.EUR);
    private static final Money SPECTACLES_BASE = Money.of("0.05", Currency.EUR);
    private static final int FAR_ABOVE = 30;
    private static final int DAYS_OF_A_YEAR = 365;
    private static final Set<CareKind> DOCTORS = Set.of(CareKind.DOCTOR, CareKind.TECHNICAL, CareKind.HOSPITAL_FEES);
    private static final List<String> STRENGTHS = List.of("simple", "complex", "very-complex");

    private final Nomenclature nomenclature;
    private final Regulation regulation;
    private final LocalDate day;

    ProbeClaims(Nomenclature nomenclature, Regulation regulation, LocalDate day) {
        this.nomenclature = nomenclature;
        this.regulation = regulation;
        this.day = day;
    }

    /**
     * Each act alone; of acts that no table could tell apart, one.
     *
     * @param families those that the table names
     */
    List<Claim> acts(Set<String> families) {
        List<Claim> claims = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        nomenclature.acts().values().stream()
                .filter(act -> act.kind() != CareKind.UNCOVERED && isFrench(act))
                .filter(act -> !lineage(act).contains("optical")
                        && lineage(act).stream().anyMatch(families::contains))
                .sorted(Comparator.comparing(act -> act.code().toString()))
                .filter(act -> seen.add(act.family() + " " + act.kind() + " " + priceCeiling(act)))
                .forEach(act -> probe(act, claims));
        return claims;
    }

    /** Spectacles of the six cases of two lenses. */
    List<Claim> spectacles() {
        List<Claim> claims = new ArrayList<>();
        for (int one = 0; one < STRENGTHS.size(); one++) {
            for (int other = one; other < STRENGTHS.size(); other++) {
                spectacles(STRENGTHS.get(one), STRENGTHS.get(other), claims);
            }
        }
        return claims;
    }

    /** The codes of Morocco stand beside those of France; local ones are French where France has a rate for them. */
    private boolean isFrench(Act act) {
        return switch (act.code().system()) {
            case CCAM, NGAP, LPP, CIP -> true;
            case NGAP_MA, FORFAIT_MA, CIP_MA -> false;
            case LOCAL -> regulation.known("fr.rate", act.kind().word(), day).isPresent();
        };
    }

    private List<String> lineage(Act act) {
        return nomenclature.lineage(act.family());
    }

    private void probe(Act act, List<Claim> claims) {
        boolean daily = act.kind() == CareKind.DAILY_CHARGE;
        boolean fee = daily || act.kind() == CareKind.EMERGENCY_FEE;
        if (fee) {
            claims.add(
                    claim(Provider.Category.UNSPECIFIED, line(1, act, daily ? DAYS_OF_A_YEAR : 1, null, null, null)));
            return;
        }
        claims.add(claim(Provider.Category.OPTAM, line(1, act, 1, BASE, BASE, null)));
        claims.add(claim(Provider.Category.OPTAM, line(1, act, 1, BASE, BASE.times(FAR_ABOVE), null)));
        if (DOCTORS.contains(act.kind())) {
            claims.add(claim(Provider.Category.NON_OPTAM, line(1, act, 1, BASE, BASE.times(FAR_ABOVE), null)));
        }
        Money price = priceCeiling(act);
        if (price != null) {
            claims.add(claim(Provider.Category.UNSPECIFIED, line(1, act, 1, BASE, price, "100-sante")));
        }
    }

    private @Nullable Money priceCeiling(Act act) {
        String quantity = "fr.price-ceiling." + act.code().code().toLowerCase(Locale.ROOT);
        return regulation.on(quantity, day) instanceof Lookup.Known ceiling ? ceiling.money() : null;
    }

    private void spectacles(String one, String other, List<Claim> claims) {
        Act first = act("verre-" + french(one) + "-classe-b");
        Act second = act("verre-" + french(other) + "-classe-b");
        Act frame = act("monture-classe-b");
        if (first == null || second == null || frame == null) {
            return;
        }
        Money each = BASE.times(FAR_ABOVE);
        claims.add(claim(
                Provider.Category.UNSPECIFIED, part(1, first, each), part(2, second, each), part(3, frame, each)));
    }

    private static String french(String strength) {
        return switch (strength) {
            case "complex" -> "complexe";
            case "very-complex" -> "tres-complexe";
            default -> "simple";
        };
    }

    private @Nullable Act act(String local) {
        return nomenclature.acts().values().stream()
                .filter(act -> act.code().system() == CodeSystem.LOCAL
                        && act.code().code().equals(local))
                .findFirst()
                .orElse(null);
    }

    private CareLine part(int number, Act act, Money charge) {
        return line(number, act, 1, SPECTACLES_BASE, charge, null);
    }

    private CareLine line(
            int number, Act act, int quantity, @Nullable Money base, @Nullable Money charge, @Nullable String basket) {
        Money asked = charge == null ? fee(act).times(quantity) : charge;
        String side = lineage(act).contains("hearing.aid") ? "left" : null;
        return new CareLine(
                number,
                act.code(),
                day,
                quantity,
                null,
                asked,
                new Given(base, null, null),
                new Circumstances(Pathway.INSIDE, Set.of(), null, basket, null, side, false, false, null, null),
                lineage(act).contains("optical") ? "equipment" : null);
    }

    /** The fee that the law sets, for one. */
    private Money fee(Act act) {
        String quantity = act.kind() == CareKind.DAILY_CHARGE ? "fr.daily-charge" : "fr.emergency-fee";
        return regulation.on(quantity, act.code().code(), day) instanceof Lookup.Known known ? known.money() : BASE;
    }

    private Claim claim(Provider.Category category, CareLine... lines) {
        Provider provider = new Provider("probe", "", category, Set.of(), "FR");
        return new Claim(ClaimKind.SIMULATION, "probe", day, false, provider, day, "probe", List.of(lines), List.of());
    }
}
