package io.bareme.adjudication;

import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import io.bareme.values.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a responsible contract may pay once in a time: an equipment of one frame and two lenses every two years (CSS
 * R871-2 3° last al.), a hearing aid for each ear every four (4° last al.), from date of purchase to date of purchase,
 * earlier for the reasons of the list of L165-1. Each contract has counters of its own. One moves at every purchase,
 * whatever its day, so that two claims decided at once never both have the last one.
 */
final class LegalPeriod {

    private static final String LINE = "css-r871-2";

    private final Rights rights;
    private final CareLine line;
    private final List<String> lineage;
    private final LimitBook book;
    private final Workings workings;

    /** @param lineage the act's family and its ancestors */
    LegalPeriod(Rights rights, CareLine line, List<String> lineage, LimitBook book, Workings workings) {
        this.rights = rights;
        this.line = line;
        this.lineage = lineage;
        this.book = book;
        this.workings = workings;
    }

    /**
     * One counter of the law met by the line.
     *
     * @param prefix the counter's key, but for the day
     * @param months from one purchase to the next
     * @param other the purchase that stands in the way; null when none does
     * @param left how many more may be paid on that day
     */
    record Room(
            String prefix,
            int asked,
            int most,
            int left,
            int months,
            @Nullable LocalDate other,
            Source source) {

        /** What is bought: {@code frame}, {@code lens}, {@code aid-left} or {@code aid-right}. */
        String part() {
            String[] pieces = prefix.split("/");
            return pieces[pieces.length - 2];
        }

        boolean isAid() {
            return prefix.contains("/aid-");
        }

        /** How many of those bought may be paid. */
        int paid() {
            return Math.min(asked, left);
        }

        boolean tooEarly() {
            return left < asked;
        }

        /** The first day on which another may be paid, as far as the purchase in the way decides. */
        @Nullable
        LocalDate from() {
            return other == null ? null : other.plusMonths(months);
        }
    }

    /** The first counter that lets fewer be paid than are bought; null when all are in time. */
    static @Nullable Room early(List<Room> rooms) {
        return rooms.stream().filter(Room::tooEarly).findFirst().orElse(null);
    }

    /**
     * The part of the units that may be paid, from 0 to 1. Ears add up, each having aids of its own; frames and lenses do
     * not, an equipment being of both.
     */
    static BigDecimal partInTime(List<Room> rooms) {
        if (rooms.stream().allMatch(Room::isAid)) {
            return part(
                    rooms.stream().mapToInt(Room::paid).sum(),
                    rooms.stream().mapToInt(Room::asked).sum());
        }
        return rooms.stream().map(room -> part(room.paid(), room.asked())).reduce(BigDecimal.ONE, BigDecimal::min);
    }

    private static BigDecimal part(int paid, int asked) {
        return asked == 0
                ? BigDecimal.ONE
                : BigDecimal.valueOf(paid).divide(BigDecimal.valueOf(asked), 10, RoundingMode.HALF_UP);
    }

    /** Of an amount for all units, the copayment and what the units in time have beyond it. */
    static Money ofUnitsInTime(Money amount, Money copayment, List<Room> rooms) {
        Money beyond = amount.minus(copayment).orZero();
        return beyond.isZero()
                ? amount
                : copayment.plus(beyond.exact().times(partInTime(rooms)).rounded());
    }

    /** A pair of aids without a side, of which one ear alone is in time: which aid is for which ear must be said. */
    static boolean asksSide(List<Room> rooms) {
        return rooms.size() == 2
                && rooms.stream().allMatch(Room::isAid)
                && rooms.get(0).tooEarly() != rooms.get(1).tooEarly();
    }

    /** The counters that concern the line under that contract; none where the law sets no time. */
    List<Room> rooms(Enrolment enrolment) {
        List<Room> rooms = new ArrayList<>();
        parts().forEach((part, asked) -> {
            Time time = part.startsWith("aid") ? hearing() : optical();
            if (time != null) {
                rooms.add(room(enrolment, part, asked, part.equals("lens") ? 2 : 1, time));
            }
        });
        return rooms;
    }

    /** What is bought, by counter. A hearing aid whose ear is not known has none: the ear is asked for. */
    private Map<String, Integer> parts() {
        Map<String, Integer> parts = new LinkedHashMap<>();
        int quantity = line.quantity();
        boolean whole = lineage.contains("optical.equipment");
        if (whole || lineage.contains("optical.frame")) {
            parts.put("frame", quantity);
        }
        if (whole || lineage.contains("optical.lens")) {
            parts.put("lens", whole ? 2 * quantity : quantity);
        }
        if (lineage.contains("hearing.aid")) {
            String ear = line.circumstances().part();
            if (ear != null) {
                parts.put("aid-" + ear, quantity);
            } else if (quantity == 2) {
                parts.put("aid-left", 1);
                parts.put("aid-right", 1);
            }
        }
        return parts;
    }

    private record Time(int months, Source source) {}

    private @Nullable Time hearing() {
        Lookup.Known years = workings.find("fr.responsible.hearing.period", "");
        return years == null ? null : new Time(12 * years.number(), years.source());
    }

    private @Nullable Time optical() {
        Lookup.Known years = workings.need("fr.responsible.optical.period", "");
        if (years == null) {
            return null;
        }
        Time time = new Time(12 * years.number(), years.source());
        for (String reason : earlyReasons()) {
            Lookup.Known months = workings.need("fr.responsible.optical.early-months", reason);
            if (months != null && months.number() < time.months()) {
                time = new Time(months.number(), months.source());
            }
        }
        return time;
    }

    private List<String> earlyReasons() {
        int age = rights.ageOn(line.date());
        boolean child = below("fr.responsible.optical.child-age", age);
        List<String> reasons = new ArrayList<>(child ? List.of("child") : List.of());
        Course.Renewal renewal = line.course().renewal();
        if (renewal != null) {
            switch (renewal) {
                case EYESIGHT -> reasons.add(child ? "child-eyesight" : "eyesight");
                case MEDICAL -> reasons.add("medical");
                case FRAME_FIT -> {
                    if (below("fr.responsible.optical.frame-fit-age", age)) {
                        reasons.add("frame-fit");
                    }
                }
            }
        }
        return reasons;
    }

    private boolean below(String quantity, int age) {
        Lookup.Known limit = workings.need(quantity, "");
        return limit != null && age < limit.number();
    }

    private Room room(Enrolment enrolment, String part, int asked, int most, Time time) {
        String household = enrolment.household() == null ? rights.household() : enrolment.household();
        String prefix = household + "/" + enrolment.id() + "/" + LINE + "/" + part + "/" + rights.person() + "/";
        int taken = 0;
        LocalDate other = null;
        for (String key : book.keys()) {
            LocalDate day = key.startsWith(prefix + "from-") ? day(key, prefix) : null;
            if (day != null && book.count(key) > 0 && within(day, time.months())) {
                taken += book.count(key);
                other = day;
            }
        }
        return new Room(prefix, asked, most, Math.max(0, most - taken), time.months(), other, time.source());
    }

    /**
     * The day on which another part of the same equipment was bought apart under the contract, so that what is left of
     * the ceiling of R871-2 3° is not known; null when none was.
     *
     * @param rooms the counters of the part that the line buys
     * @param together the days of the parts that are settled with the line
     */
    @Nullable
    LocalDate boughtApart(List<Room> rooms, Set<LocalDate> together) {
        if (rooms.isEmpty() || rooms.getFirst().isAid() || early(rooms) != null) {
            return null;
        }
        for (Room room : rooms) {
            String prefix = room.prefix().contains("/frame/")
                    ? room.prefix().replace("/frame/", "/lens/")
                    : room.prefix().replace("/lens/", "/frame/");
            for (String key : book.keys()) {
                LocalDate day = key.startsWith(prefix + "from-") ? day(key, prefix) : null;
                if (day != null
                        && (!together.contains(day) || book.countBefore(key) > 0)
                        && book.count(key) > 0
                        && within(day, room.months())) {
                    return day;
                }
            }
        }
        return null;
    }

    private static LocalDate day(String key, String prefix) {
        return LocalDate.parse(key.substring(prefix.length() + "from-".length()));
    }

    /** Whether a purchase of that day, before or after the line's, is less than so many months away from it. */
    private boolean within(LocalDate day, int months) {
        LocalDate first = day.isBefore(line.date()) ? day : line.date();
        LocalDate last = day.isBefore(line.date()) ? line.date() : day;
        return last.isBefore(first.plusMonths(months));
    }

    /**
     * Counts the purchase once the contract pays more for it, or for the equipment that it is part of, than the
     * copayment, and tells what is left.
     *
     * @param beyond whether it does
     */
    List<LineDecision.LimitUse> consume(Enrolment enrolment, List<Room> rooms, boolean beyond) {
        List<LineDecision.LimitUse> uses = new ArrayList<>();
        Money nothing = Money.zero(line.charge().currency());
        for (Room room : rooms) {
            int taken = beyond ? room.paid() : 0;
            String purchases = room.prefix() + "purchases";
            book.take(room.prefix() + "from-" + line.date(), nothing, taken);
            book.take(purchases, nothing, taken);
            String article = room.isAid() ? "CSS R871-2 4°" : "CSS R871-2 3°";
            uses.add(new LineDecision.LimitUse(
                    purchases,
                    enrolment.id(),
                    "months-" + room.months(),
                    null,
                    null,
                    room.left(),
                    room.left() - taken,
                    new LineDecision.Shared(LINE, article, false)));
        }
        return uses;
    }
}
