package io.bareme.rulebook.responsible;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.CareLine.Circumstances;
import io.bareme.adjudication.CareLine.Given;
import io.bareme.adjudication.CareLine.Pathway;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Provider;
import io.bareme.regulation.Act;
import io.bareme.regulation.Act.TariffRule;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.regulation.Nomenclature;
import io.bareme.regulation.Regulation;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Care on which a table that claims to be responsible shows what it does: every French act that the compulsory scheme
 * covers, at its base and far above it, by doctors with OPTAM and without; a year of daily charges; prostheses and
 * devices of the 100 % Santé baskets. Bases are stated, so that no tariff need be known.
 */
final class ProbeClaims {

    private static final Money BASE = Money.of("100.00", Currency.EUR);
    private static final int FAR_ABOVE = 30;
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    /** As many as a line may have: a limit over a time that can stop the copayment is met. */
    private static final int MANY = 999;

    private static final int ADULT = 40;
    private static final int CHILD = 10;
    private static final Set<CareKind> DOCTORS = Set.of(CareKind.DOCTOR, CareKind.TECHNICAL, CareKind.HOSPITAL_FEES);
    private static final Set<CareKind> BY_LAW = Set.of(CareKind.DAILY_CHARGE, CareKind.EMERGENCY_FEE);
    private static final String HEAVY_ACT = "hospital.heavy-act";
    /** Of stays and of acts done in them: far above what a cap in money on the copayment would let pass. */
    private static final Money DEAR_BASE = Money.of("10000.00", Currency.EUR);

    private static final Set<String> SPECTACLES = Set.of("optical.frame", "optical.lens", "optical.equipment");

    private final Nomenclature nomenclature;
    private final Regulation regulation;
    private final LocalDate day;
    private @Nullable List<Spectacles> spectacles;

    ProbeClaims(Nomenclature nomenclature, Regulation regulation, LocalDate day) {
        this.nomenclature = nomenclature;
        this.regulation = regulation;
        this.day = day;
    }

    /** A claim of somebody born on a day. */
    record Probe(Claim claim, LocalDate born) {

        /** The act of a line, as messages name it. */
        String act(int line) {
            return claim.lines().get(line - 1).act().toString();
        }
    }

    /** An act once, and as often as a line may say. */
    record Repeated(Probe once, Probe often) {}

    /**
     * One act of a family, and the probe that shows whether the table names it.
     *
     * @param inClass whether the probe says its class or basket, so that no condition on it is open
     */
    record OfFamily(String family, boolean inClass, Probe probe) {}

    LocalDate adult() {
        return day.minusYears(ADULT);
    }

    /** Somebody below the ages that tables and the law speak of. */
    LocalDate child() {
        return day.minusYears(CHILD);
    }

    private List<LocalDate> people(boolean children) {
        return children ? List.of(adult(), child()) : List.of(adult());
    }

    /** Each act alone; of acts that no table could tell apart, one. */
    List<Probe> acts(boolean children) {
        List<Claim> claims = new ArrayList<>();
        distinct().forEach(act -> probe(act, claims));
        return people(children).stream()
                .flatMap(born -> claims.stream().map(claim -> new Probe(claim, born)))
                .toList();
    }

    /** Acts that people need again and again, which bear a copayment. */
    List<Repeated> repeated(boolean children) {
        List<Act> acts =
                distinct().filter(act -> !isByLaw(act) && !isSpectacles(act)).toList();
        return people(children).stream()
                .flatMap(born -> acts.stream()
                        .map(act ->
                                new Repeated(new Probe(repeated(act, 1), born), new Probe(repeated(act, MANY), born))))
                .toList();
    }

    /** One act of each family of which the law may make a contract pay something. */
    List<OfFamily> families() {
        List<OfFamily> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        distinct().forEach(act -> {
            List<Claim> claims = new ArrayList<>();
            probe(act, claims);
            if (!claims.isEmpty() && seen.add(act.family())) {
                boolean inClass = price(act) != null || act.family().contains(".class-");
                found.add(new OfFamily(act.family(), inClass, new Probe(claims.getLast(), adult())));
            }
        });
        return found;
    }

    /** The same for all columns of the table. */
    List<Spectacles> spectacles() {
        List<Spectacles> all = spectacles == null ? Spectacles.all(this) : spectacles;
        spectacles = all;
        return all;
    }

    private Stream<Act> distinct() {
        Set<String> seen = new HashSet<>();
        return acts().filter(act -> seen.add(
                act.family() + " " + act.kind() + " " + price(act) + " " + base(act, Provider.Category.NON_OPTAM)));
    }

    /** French acts that the compulsory scheme covers, by code; local ones are French where France has a rate for them. */
    Stream<Act> acts() {
        return nomenclature.acts().values().stream()
                .filter(act -> (act.kind() != CareKind.UNCOVERED || isByLaw(act)) && isFrench(act))
                .sorted(Comparator.comparing(act -> act.code().toString()));
    }

    /** A fee that the law sets. */
    private boolean isByLaw(Act act) {
        return BY_LAW.contains(act.kind()) || lineage(act).contains(HEAVY_ACT);
    }

    boolean isOfDoctors(Probe probe) {
        Act act = nomenclature.act(probe.claim().lines().getFirst().act());
        return act != null && DOCTORS.contains(act.kind());
    }

    private boolean isFrench(Act act) {
        return switch (act.code().system()) {
            case CCAM, NGAP, LPP, CIP -> true;
            case NGAP_MA, FORFAIT_MA, CIP_MA -> false;
            case LOCAL -> regulation.known("fr.rate", act.kind().word(), day).isPresent();
        };
    }

    List<String> lineage(Act act) {
        return nomenclature.lineage(act.family());
    }

    private boolean isSpectacles(Act act) {
        return lineage(act).stream().anyMatch(SPECTACLES::contains);
    }

    private void probe(Act act, List<Claim> claims) {
        Money price = price(act);
        if (isByLaw(act)) {
            Money fee = tariff(act, Provider.Category.UNSPECIFIED);
            claims.add(claim(Provider.Category.UNSPECIFIED, line(1, act, 1, null, fee, null)));
            return;
        }
        if (!isSpectacles(act)) {
            for (Money base : bases(act, Provider.Category.OPTAM)) {
                claims.add(claim(Provider.Category.OPTAM, line(1, act, 1, base, base, null)));
                claims.add(claim(Provider.Category.OPTAM, line(1, act, 1, base, base.times(FAR_ABOVE), null)));
            }
            for (Money base :
                    DOCTORS.contains(act.kind()) ? bases(act, Provider.Category.NON_OPTAM) : List.<Money>of()) {
                claims.add(claim(Provider.Category.NON_OPTAM, line(1, act, 1, base, base.times(FAR_ABOVE), null)));
            }
        }
        if (price != null) {
            claims.add(
                    claim(Provider.Category.UNSPECIFIED, line(1, act, 1, baseBelow(price, act), price, "100-sante")));
        }
    }

    /** Such that the price is far above it, as all regulated prices are. */
    private Money baseBelow(Money price, Act act) {
        Money base = base(act, Provider.Category.UNSPECIFIED);
        return base.compareTo(price) < 0 ? base : price.exact().times(TENTH).rounded();
    }

    private Claim repeated(Act act, int times) {
        Money all = base(act, Provider.Category.OPTAM).times(times);
        return claim(Provider.Category.OPTAM, line(1, act, times, all, all, null));
    }

    /**
     * The act's own where amounts in euros are told from the base and its tariff is known (prices, ceilings, overruns), else
     * a round one.
     */
    private Money base(Act act, Provider.Category category) {
        return switch (act.kind()) {
            case DEVICE, DENTAL_PROSTHESIS, DOCTOR -> tariff(act, category);
            default -> BASE;
        };
    }

    /** Acts done in hospital also at a base that bears a flat participation (R160-16), stays at one of weeks. */
    private List<Money> bases(Act act, Provider.Category category) {
        return switch (act.kind()) {
            case HOSPITAL_STAY, HOSPITAL_FEES, TECHNICAL -> List.of(base(act, category), DEAR_BASE);
            default -> List.of(base(act, category));
        };
    }

    private Money tariff(Act act, Provider.Category category) {
        return act.tariff() instanceof TariffRule.Quantity(String quantity)
                ? Stream.of(category.tariffKey(), "", "any", act.code().code())
                        .flatMap(key -> regulation.known(quantity, key, day).stream())
                        .findFirst()
                        .map(Lookup.Known::money)
                        .orElse(BASE)
                : BASE;
    }

    private @Nullable Money price(Act act) {
        String quantity = "fr.price-ceiling." + act.code().code().toLowerCase(Locale.ROOT);
        return regulation.on(quantity, day) instanceof Lookup.Known ceiling ? ceiling.money() : null;
    }

    /** @param base stated for the whole quantity; null where the law sets the fee */
    CareLine line(int number, Act act, int quantity, @Nullable Money base, Money charge, @Nullable String basket) {
        String side = lineage(act).contains("hearing.aid") ? "left" : null;
        return new CareLine(
                number,
                act.code(),
                day,
                quantity,
                null,
                charge,
                new Given(base, null, null),
                new Circumstances(Pathway.INSIDE, Set.of(), null, basket, null, side, false, false, null, null),
                lineage(act).contains("optical") ? "equipment" : null);
    }

    Claim claim(Provider.Category category, CareLine... lines) {
        Provider provider = new Provider("probe", "", category, Set.of(), "FR");
        return new Claim(ClaimKind.SIMULATION, "probe", day, false, provider, day, "probe", List.of(lines), List.of());
    }
}
