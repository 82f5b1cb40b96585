package io.bareme.adjudication;

import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What was paid under each limit, as a plain list of entries: no keys, no counters. What a limit has used is added up
 * anew each time it is asked, from the days of the payments.
 */
final class SlowBooks {

    private final List<Entry> entries = new ArrayList<>();

    /** One payment under one limit. The day on which contract years turn is kept with it. */
    private record Entry(Account account, LocalDate day, String group, boolean classA, BigDecimal amount, int units) {}

    /**
     * Whose limit it is: of which contract, which line of its table, which limit of the line, and for whom or for which
     * part of the body.
     */
    record Account(String contract, String line, int index, String subject) {}

    void paid(Account account, SlowLine line, BigDecimal amount, int units) {
        if (amount.signum() != 0 || units != 0) {
            boolean classA = line.careClass().equals("A");
            entries.add(new Entry(account, line.day(), line.group(), classA, amount, units));
        }
    }

    /** What was paid under an amount on a whole equipment for what is not of class A. */
    BigDecimal usedOutsideClassA(Account account, String group) {
        return entries.stream()
                .filter(entry ->
                        entry.account().equals(account) && entry.group().equals(group) && !entry.classA())
                .map(Entry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    SlowEntitlement.Used used(Account account, Limit limit, LocalDate day, String group, LocalDate contractSince) {
        BigDecimal amount = BigDecimal.ZERO;
        int units = 0;
        for (Entry entry : within(account, limit.period(), day, group, contractSince)) {
            amount = amount.add(entry.amount());
            units += entry.units();
        }
        return new SlowEntitlement.Used(amount, units);
    }

    private List<Entry> within(Account account, Period period, LocalDate day, String group, LocalDate since) {
        List<Entry> mine = entries.stream()
                .filter(entry -> entry.account().equals(account))
                .toList();
        return switch (period) {
            case Period.CivilYear() ->
                mine.stream()
                        .filter(entry -> entry.day().getYear() == day.getYear())
                        .toList();
            case Period.ContractYear() ->
                mine.stream()
                        .filter(entry -> anniversary(since, entry.day()).equals(anniversary(since, day)))
                        .toList();
            case Period.Rolling rolling -> window(mine, rolling.months(), day);
            case Period.Lifetime() -> mine;
            case Period.Stay() ->
                mine.stream().filter(entry -> entry.group().equals(group)).toList();
            case Period.Semester() -> throw new IllegalArgumentException("no semester is invented: " + period);
            case Period.Equipment() ->
                mine.stream().filter(entry -> entry.group().equals(group)).toList();
            case Period.IllnessYear() -> throw new IllegalArgumentException("no illness is invented: " + period);
        };
    }

    /** The last anniversary of the contract on or before the day. */
    private static LocalDate anniversary(LocalDate since, LocalDate day) {
        int years = 0;
        while (!since.plusYears(years + 1L).isAfter(day)) {
            years++;
        }
        return since.plusYears(years);
    }

    /** The first payment opens a window; the next one after its end opens another. */
    private static List<Entry> window(List<Entry> mine, int months, LocalDate day) {
        List<Entry> open = new ArrayList<>();
        LocalDate first = null;
        for (Entry entry : mine) {
            if (first == null || !entry.day().isBefore(first.plusMonths(months))) {
                first = entry.day();
                open.clear();
            }
            open.add(entry);
        }
        return first == null || !day.isBefore(first.plusMonths(months)) ? List.of() : open;
    }

    private final List<Purchase> purchases = new ArrayList<>();

    /** A frame, a lens or an aid for one ear that counts under a responsible contract, and what it was settled with. */
    private record Purchase(String contract, String part, LocalDate day, List<SlowLine> group) {}

    void bought(String contract, String part, LocalDate day, List<SlowLine> group) {
        purchases.add(new Purchase(contract, part, day, group));
    }

    /** Whether something of what is settled together counts already under the contract. */
    boolean boughtWith(String contract, List<SlowLine> group) {
        return purchases.stream().anyMatch(one -> one.contract().equals(contract) && one.group() == group);
    }

    /** How many were bought under the contract less than so many months before or after the day. */
    long boughtAround(String contract, String part, LocalDate day, int months) {
        return purchases.stream()
                .filter(one -> one.contract().equals(contract) && one.part().equals(part))
                .filter(one -> one.day().plusMonths(months).isAfter(day)
                        && day.plusMonths(months).isAfter(one.day()))
                .count();
    }
}
