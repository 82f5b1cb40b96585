package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Deductible;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.SharedLimit;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CodeSystem;
import io.bareme.regulation.Lookup;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person's contracts still have on a day of care. It asks the same counters as a decision of care of that day
 * would, so that what it tells as left is what such a decision finds.
 */
public final class Allowances {

    /** Of a limit by tooth, stay or illness, no more counters are told than these, the latest first. */
    private static final int MOST_COUNTERS = 50;

    private final Rights rights;
    private final Edition edition;
    private final LocalDate day;
    private final Currency currency;
    private final LimitBook book;

    public Allowances(Rights rights, Consumption consumption, Edition edition, LocalDate day) {
        this.rights = rights;
        this.edition = edition;
        this.day = day;
        this.currency = rights.schemeOn(day).isFrench() ? Currency.EUR : Currency.MAD;
        this.book = new LimitBook(consumption, currency);
    }

    /** The contracts open on that day whose tables the edition has, suspended ones included, in order of payment. */
    public List<Cover> covers() {
        List<Enrolment> open = rights.enrolments().stream()
                .filter(enrolment -> enrolment.cover().contains(day))
                .toList();
        return Cover.of(open, edition, day, currency);
    }

    /** The limits of one cell, in the order of its words. */
    public List<Allowance> of(Cover cover, Guarantee guarantee) {
        List<Allowance> all = new ArrayList<>();
        LimitNumbers.of(guarantee.formula())
                .all()
                .forEach((number, limit) -> all.add(allowance(
                        cover.enrolment(), guarantee.line() + "/" + number, limit, null, guarantee.source())));
        return List.copyOf(all);
    }

    /** A limit that lines of the contract share. */
    public Allowance of(Cover cover, SharedLimit shared) {
        return allowance(
                cover.enrolment(),
                SharedCounters.name(shared.id()),
                shared.limit(),
                new LineDecision.Shared(shared.id(), shared.wording(), false),
                shared.source());
    }

    /** A deductible of the contract; null where it is kept from each unit of a care line and so never used up. */
    public @Nullable Allowance of(Cover cover, Deductible deductible) {
        return switch (deductible.each()) {
            case Deductible.Each.ForUnit _ -> null;
            case Deductible.Each.OverTime(Period period, Scope scope) ->
                allowance(
                        cover.enrolment(),
                        SharedCounters.name(deductible.id()),
                        new Limit.AmountLimit(deductible.amount(), period, scope, Reading.ON_TOP),
                        new LineDecision.Shared(deductible.id(), deductible.wording(), true),
                        deductible.source());
        };
    }

    /** The renewals that the law sets on a responsible contract; none on another. */
    public List<Allowance.Renewal> renewals(Cover cover) {
        if (!cover.table().responsible() || !rights.schemeOn(day).isFrench()) {
            return List.of();
        }
        return Stream.of(List.of("optical.equipment"), List.of("hearing.aid"))
                .flatMap(family -> renewals(cover, family).stream())
                .toList();
    }

    private List<Allowance.Renewal> renewals(Cover cover, List<String> family) {
        CareLine pair = line(null, family.contains("hearing.aid") ? 2 : 1);
        LegalPeriod period = new LegalPeriod(rights, pair, family, book, new Workings(edition.regulation(), day));
        return period.rooms(cover.enrolment()).stream()
                .map(room -> new Allowance.Renewal(
                        room.part(), room.most(), room.left(), room.months(), room.other(), room.from(), room.source()))
                .toList();
    }

    private Allowance allowance(
            Enrolment enrolment, String name, Limit limit, LineDecision.@Nullable Shared shared, Source source) {
        Money whole = limit instanceof Limit.AmountLimit amount ? whole(amount.amount()) : null;
        List<Allowance.Counter> counters = places(enrolment, name, limit).stream()
                .filter(place -> place.key() != null)
                .map(place -> counter(place, limit, whole))
                .toList();
        return new Allowance(limit, whole, shared, source, counters, hasOthers(limit));
    }

    private static boolean hasOthers(Limit limit) {
        boolean ofMany = limit.scope() == Scope.TOOTH || limit.scope() == Scope.PAIR;
        return ofMany
                || switch (limit.period()) {
                    case Period.Stay _, Period.Equipment _, Period.IllnessYear _ -> true;
                    case Period.CivilYear _,
                            Period.ContractYear _,
                            Period.Rolling _,
                            Period.Lifetime _,
                            Period.Semester _ -> false;
                };
    }

    /** Those that a line of the day may meet, as far as they are not the line's own. */
    private List<LimitPlace> places(Enrolment enrolment, String name, Limit limit) {
        return switch (limit.scope()) {
            case BENEFICIARY, FAMILY -> ofSubject(enrolment, name, limit, null);
            case EYE, EAR -> parts(enrolment, name, Set.of("left", "right"), limit);
            case TOOTH, PAIR -> parts(enrolment, name, Set.of(), limit);
        };
    }

    /** These parts of the body, and those that something is used for. */
    private List<LimitPlace> parts(Enrolment enrolment, String name, Set<String> always, Limit limit) {
        String prefix = prefix(enrolment, name) + rights.person() + ":";
        Set<String> parts = new TreeSet<>(always);
        for (String key : book.keys()) {
            if (key.startsWith(prefix)) {
                parts.add(key.substring(prefix.length()).split("/")[0]);
            }
        }
        return parts.stream()
                .flatMap(part -> ofSubject(enrolment, name, limit, part).stream()
                        .filter(place -> always.contains(part) || isUsed(place)))
                .limit(MOST_COUNTERS)
                .toList();
    }

    private boolean isUsed(LimitPlace place) {
        return book.used(place).isPositive() || book.count(place) > 0;
    }

    private List<LimitPlace> ofSubject(Enrolment enrolment, String name, Limit limit, @Nullable String part) {
        return switch (limit.period()) {
            case Period.CivilYear _, Period.ContractYear _, Period.Rolling _, Period.Lifetime _, Period.Semester _ ->
                List.of(key(enrolment, name, part).of(limit));
            case Period.Stay _ -> used(enrolment, name, limit, part, "stay-");
            case Period.Equipment _ -> used(enrolment, name, limit, part, "equipment-");
            case Period.IllnessYear _ -> used(enrolment, name, limit, part, "illness-" + day.getYear() + "-");
        };
    }

    /** What care itself opens: the counters under which something is used, the latest first. */
    private List<LimitPlace> used(Enrolment enrolment, String name, Limit limit, @Nullable String part, String time) {
        String whose = limit.scope() == Scope.FAMILY ? "family" : rights.person() + (part == null ? "" : ":" + part);
        String prefix = prefix(enrolment, name) + whose + "/" + time;
        return book.keys().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted(Comparator.reverseOrder())
                .limit(MOST_COUNTERS)
                .map(LimitPlace::at)
                .toList();
    }

    private String prefix(Enrolment enrolment, String name) {
        String household = enrolment.household() == null ? rights.household() : enrolment.household();
        return household + "/" + enrolment.id() + "/" + name + "/";
    }

    private Allowance.Counter counter(LimitPlace place, Limit limit, @Nullable Money whole) {
        String key = String.valueOf(place.key());
        Money used = book.used(place);
        int count = book.count(place);
        List<String> keys =
                Stream.concat(Stream.of(key), place.others().stream()).toList();
        return new Allowance.Counter(
                key,
                keys,
                LimitWindow.ofKey(key),
                place.opens() != null,
                used,
                count,
                whole == null ? null : whole.minus(used).orZero(),
                limit instanceof Limit.CountLimit most ? Math.max(0, most.count() - count) : null);
    }

    /** Null where the regulation does not establish it, or a care line alone has the figure. */
    private @Nullable Money whole(Measure measure) {
        return switch (measure) {
            case Measure.Fixed(Money amount) -> amount;
            case Measure.Share share ->
                share.basis() == Basis.PMSS && edition.regulation().on("fr.pmss", "", day) instanceof Lookup.Known pmss
                        ? pmss.exact().times(share.rate()).rounded()
                        : null;
        };
    }

    private LimitKey key(Enrolment enrolment, String name, @Nullable String part) {
        return new LimitKey(rights, enrolment, name, line(part, 1), true, day, day, book.keys());
    }

    /** Care of the day of which nothing else is known. */
    private CareLine line(@Nullable String part, int quantity) {
        return new CareLine(
                1,
                new ActCode(CodeSystem.LOCAL, "ANY"),
                day,
                quantity,
                null,
                Money.zero(currency),
                CareLine.Given.NOTHING,
                new CareLine.Circumstances(
                        CareLine.Pathway.INSIDE, Set.of(), null, null, null, part, false, false, null, null),
                null);
    }
}
