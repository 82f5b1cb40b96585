package io.bareme.adjudication;

import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.LeftToPerson;
import io.bareme.guarantee.ProductKind;
import io.bareme.regulation.Act;
import io.bareme.regulation.Lookup;
import io.bareme.regulation.Regulation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lays a resolved line out flat for the coverage rules, thresholds of its day included. */
final class FactsOfLine {

    private final Claim claim;
    private final Rights rights;
    private final Edition edition;
    private final Regulation regulation;
    private final String country;

    FactsOfLine(Claim claim, Rights rights, Edition edition) {
        this.claim = claim;
        this.rights = rights;
        this.edition = edition;
        this.regulation = edition.regulation();
        this.country = rights.scheme().country().toLowerCase(Locale.ROOT);
    }

    LineFacts of(
            CareLine line,
            @Nullable Act act,
            List<String> lineage,
            BaseOfReimbursement base,
            List<Enrolment> open,
            List<Cover> covers,
            boolean schemeRefuses) {
        String kind = act == null ? "" : act.kind().word();
        LocalDate day = line.date();
        FilingDelay filing = new FilingDelay(claim, rights, regulation);
        Caesareans caesareans = new Caesareans(rights, edition);
        return new LineFacts(
                line.number(),
                rights.scheme().country(),
                rights.schemeOn(day).word(),
                claim.kind().name().toLowerCase(Locale.ROOT),
                line.act().toString(),
                act != null,
                act == null ? "" : act.family(),
                kind,
                rights.ageOn(day),
                claim.provider().country(),
                pathway(line, lineage),
                number(country + ".pathway.minimum-age", "", day),
                claim.provider().category().word(),
                line.charge().cents(),
                base.amount().cents(),
                rights.schemeOn(day) == Scheme.MA_NONE ? "" : base.missing(),
                rights.enrolments().size(),
                open.size(),
                (int) open.stream().filter(Enrolment::suspended).count(),
                open.size() - covers.size(),
                (int) covers.stream()
                        .filter(cover -> cover.table().responsible())
                        .count(),
                guaranteeLines(lineage, covers),
                leftToPerson(line, lineage, covers),
                claim.agreement() != null,
                lineage.stream()
                        .anyMatch(family -> regulation
                                .known(country + ".agreement.by-act", family, day)
                                .isPresent()),
                cents(country + ".agreement.by-charge", kind, day),
                stayDays(line, lineage),
                number(country + ".agreement.stay-days", rights.schemeOn(day).word(), day),
                (int) ChronoUnit.DAYS.between(day, claim.received()),
                filing.days(day),
                filing.allowed(day),
                regulation.known(country + ".prescription-needed", kind, day).isPresent(),
                claim.prescribed() != null,
                base.coefficientMissing(),
                new RepeatedCare(claim).has(line),
                renewal(line),
                sideMissing(line, lineage),
                startAge(line),
                treatment("maximum-start-age", lineage, day),
                semester(line),
                treatment("maximum-semesters", lineage, day),
                fromAge(act, day),
                disproportion(kind, base, day),
                dossier(),
                line.given().compulsory() != null,
                line.given().alreadyPaid() != null,
                line.given().claimedByScheme() != null,
                line.circumstances().refusedByCompulsory() || schemeRefuses,
                caesareans.justificationNeeded(act, day),
                covers.stream().anyMatch(cover -> caesareans.paysJustifiedOnly(cover, act)),
                filing.statementDayMissing(day),
                (int) covers.stream()
                        .filter(cover -> Boolean.FALSE.equals(cover.table().paysRefused()))
                        .count(),
                (int) covers.stream().filter(FactsOfLine::silentOnRefused).count());
    }

    private static String leftToPerson(CareLine line, List<String> lineage, List<Cover> covers) {
        boolean illness = line.circumstances().illness() != null;
        for (Cover cover : covers) {
            LeftToPerson left = cover.left(lineage, illness);
            if (left != null) {
                return "« " + left.words() + " » (" + cover.table().name() + ")";
            }
        }
        return "";
    }

    /** From the first day of the stay, which other lines and earlier care may have billed, to the last of the line's. */
    private int stayDays(CareLine line, List<String> lineage) {
        if (!lineage.contains("hospital.stay")) {
            return 0;
        }
        LocalDate first = new StayBeginnings(claim, edition.nomenclature()).of(line);
        Integer days = line.course().days();
        return (int) ChronoUnit.DAYS.between(first, line.date()) + (days == null ? line.quantity() : days);
    }

    private static boolean silentOnRefused(Cover cover) {
        return cover.table().kind() == ProductKind.AMC && cover.table().paysRefused() == null;
    }

    private String dossier() {
        Dossier dossier = claim.dossier();
        return dossier == null ? "" : dossier.word();
    }

    private static String renewal(CareLine line) {
        Course.Renewal renewal = line.course().renewal();
        return renewal == null ? "" : renewal.word();
    }

    /** Two aids without a side are one for each ear. */
    private static boolean sideMissing(CareLine line, List<String> lineage) {
        return lineage.contains("hearing.aid") && line.circumstances().part() == null && line.quantity() != 2;
    }

    private int startAge(CareLine line) {
        LocalDate began = line.course().began();
        return began == null ? -1 : rights.ageOn(began);
    }

    private static int semester(CareLine line) {
        LocalDate began = line.course().began();
        return began == null ? 0 : (int) ChronoUnit.MONTHS.between(began, line.date()) / 6 + 1;
    }

    private int treatment(String quantity, List<String> lineage, LocalDate day) {
        return lineage.contains("dental.orthodontics.accepted")
                ? number(country + ".orthodontics." + quantity, "", day)
                : LineFacts.NO_LIMIT;
    }

    private int fromAge(@Nullable Act act, LocalDate day) {
        String code = act == null ? "" : act.code().code().toLowerCase(Locale.ROOT);
        return regulation.on(country + ".act-from-age", code, day) instanceof Lookup.Known known ? known.number() : 0;
    }

    /** Care with direct access is exempt whatever the claim says (CSS L162-5-3). */
    private String pathway(CareLine line, List<String> lineage) {
        LocalDate day = line.date();
        boolean direct = lineage.stream()
                .anyMatch(family -> regulation
                        .known(country + ".pathway.direct-access", family, day)
                        .isPresent());
        boolean psychiatrist = lineage.contains("consultation.psychiatrist")
                && regulation.on(country + ".pathway.psychiatrist-direct-until-age", day) instanceof Lookup.Known until
                && rights.ageOn(day) <= until.number();
        CareLine.Pathway pathway = direct || psychiatrist
                ? CareLine.Pathway.EXEMPT
                : line.circumstances().pathway();
        return pathway.name().toLowerCase(Locale.ROOT);
    }

    private static int guaranteeLines(List<String> lineage, List<Cover> covers) {
        int lines = 0;
        for (Cover cover : covers) {
            for (Guarantee guarantee : cover.level().guarantees()) {
                if (guarantee.families().stream().anyMatch(lineage::contains)) {
                    lines++;
                }
            }
        }
        return lines;
    }

    private long disproportion(String kind, BaseOfReimbursement base, LocalDate day) {
        if (regulation.on(country + ".threshold.charge-to-base", kind, day) instanceof Lookup.Known times
                && base.amount().isPositive()) {
            return base.amount().exact().times(times.value()).rounded().cents();
        }
        return LineFacts.NO_THRESHOLD;
    }

    private int number(String quantity, String key, LocalDate day) {
        return regulation.on(quantity, key, day) instanceof Lookup.Known known ? known.number() : LineFacts.NO_LIMIT;
    }

    private long cents(String quantity, String key, LocalDate day) {
        return regulation.on(quantity, key, day) instanceof Lookup.Known known
                ? known.money().cents()
                : LineFacts.NO_THRESHOLD;
    }
}
