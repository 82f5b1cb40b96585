package io.bareme.regulation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * All regulated quantities of an edition: tariffs, compulsory rates, deductibles, legal floors and ceilings.
 *
 * @param calendars working calendars, by country
 */
public record Regulation(Map<String, Quantity> quantities, Map<String, WorkingCalendar> calendars) {

    public Regulation {
        quantities = Map.copyOf(quantities);
        calendars = Map.copyOf(calendars);
    }

    /** Without a calendar: all time counts. */
    public Regulation(Map<String, Quantity> quantities) {
        this(quantities, Map.of());
    }

    /** What a deadline in working hours counts in a country; all time where no calendar is known. */
    public CountedTime workingTime(String country) {
        WorkingCalendar calendar = calendars.get(country);
        return calendar == null ? new CountedTime.DayAndNight() : calendar;
    }

    public Lookup on(String quantity, LocalDate day) {
        return on(quantity, "", day);
    }

    public Lookup on(String quantity, String key, LocalDate day) {
        Quantity found = quantities.get(quantity);
        return found == null ? new Lookup.NotEstablished(quantity, key, day) : found.on(key, day);
    }

    /** The value, or empty when it is not established. */
    public Optional<Lookup.Known> known(String quantity, String key, LocalDate day) {
        return on(quantity, key, day) instanceof Lookup.Known known ? Optional.of(known) : Optional.empty();
    }

    public boolean has(String quantity) {
        return quantities.containsKey(quantity);
    }

    public boolean has(String quantity, String key) {
        Quantity found = quantities.get(quantity);
        return found != null && found.series().containsKey(key);
    }
}
