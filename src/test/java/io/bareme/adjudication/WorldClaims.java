package io.bareme.adjudication;

import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invents the claims of two years for a person of an invented world, in the order of their dates, which no two share. */
final class WorldClaims {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 10);
    private static final List<String> FRENCH_ACTS = List.of(
            "g",
            "technical",
            "crown",
            "semester",
            "osteopathy",
            "analysis",
            "session",
            "medicine-65",
            "medicine-30",
            "medicine-15",
            "ambulance",
            "emergency");
    private static final List<String> MOROCCAN_ACTS = List.of("visit", "letter", "tooth", "pills", "massage");

    private final Draw draw;

    WorldClaims(Draw draw) {
        this.draw = draw;
    }

    List<Claim> claims(Scheme scheme) {
        List<Claim> claims = new ArrayList<>();
        LocalDate day = FIRST;
        int count = 1 + draw.nextInt(4);
        for (int i = 0; i < count; i++) {
            day = day.plusDays(20 + draw.nextInt(400));
            List<CareLine> lines = new ArrayList<>();
            int parts = 1 + draw.nextInt(3);
            for (int part = 0; part < parts; part++) {
                add(lines, scheme, day, String.valueOf(part));
            }
            Provider.Category category = scheme.isFrench()
                    ? draw.one(Provider.Category.SECTOR_1, Provider.Category.OPTAM, Provider.Category.NON_OPTAM)
                    : Provider.Category.PRIVATE;
            // the days of a stay that run from one time of a limit into the next are worked cases, not second opinions
            lines.replaceAll(SmallEdition::inOneDay);
            Provider provider = new Provider("D1", "", category, Set.of(), scheme.country());
            claims.add(new Claim(
                    ClaimKind.REIMBURSEMENT, "P1", day.plusDays(60), false, provider, day, null, lines, List.of()));
        }
        return claims;
    }

    private void add(List<CareLine> lines, Scheme scheme, LocalDate day, String group) {
        if (!scheme.isFrench()) {
            line(lines, draw.one(MOROCCAN_ACTS), day.plusDays(draw.nextInt(3)), null, Currency.MAD);
            return;
        }
        switch (draw.nextInt(7)) {
            case 0 -> stay(lines, day, "stay-" + group);
            case 1 -> {
                if (lines.stream().noneMatch(line -> line.act().code().startsWith("lens"))) {
                    spectacles(lines, day, "equipment-" + group);
                }
            }
            case 2 -> {
                if (lines.stream().noneMatch(line -> line.act().code().startsWith("aid"))) {
                    aids(lines, day);
                }
            }
            default -> {}
        }
        line(lines, draw.one(FRENCH_ACTS), day.plusDays(draw.nextInt(3)), null, Currency.EUR);
    }

    private void stay(List<CareLine> lines, LocalDate day, String group) {
        int days = 1 + draw.nextInt(40);
        String kind = draw.one("stay", "cheap-stay");
        long each = kind.equals("stay") ? 20_000 : 4_000;
        add(lines, kind, day, days, each * days + (draw.nextBoolean() ? 0 : draw.nextInt(9_000)), group);
        if (draw.nextBoolean()) {
            add(lines, draw.one("surgery", "small-fee"), day, 1, 4_900 + draw.nextInt(70_000), group);
        }
        if (draw.nextBoolean()) {
            add(lines, "room", day, days, days * (long) draw.nextInt(12_000), group);
        }
        if (draw.nextInt(4) > 0) {
            dailyCharge(lines, day, days + 1, group);
        }
    }

    /** On one line, or on two, as a hospital that bills by the month does. */
    private void dailyCharge(List<CareLine> lines, LocalDate day, int days, String group) {
        int first = draw.nextBoolean() ? days : 1 + draw.nextInt(days);
        add(lines, "daily-charge", day, first, 2_300L * first, group);
        if (first < days) {
            add(lines, "daily-charge", day.plusDays(first), days - first, 2_300L * (days - first), group);
        }
    }

    private void spectacles(List<CareLine> lines, LocalDate day, String group) {
        List<String> lenses = List.of("lens-simple", "lens-complex", "lens-very");
        for (String eye : List.of("left", "right")) {
            lens(lines, draw.one(lenses), day, eye, group);
        }
        if (draw.nextInt(4) > 0) {
            boolean classA = draw.nextBoolean();
            add(
                    lines,
                    classA ? "frame-a" : "frame-b",
                    day,
                    1,
                    classA ? draw.nextInt(3_001) : draw.nextInt(30_000),
                    group);
        }
    }

    private void lens(List<CareLine> lines, String lens, LocalDate day, String eye, String group) {
        boolean classA = draw.nextInt(3) == 0;
        lines.add(SmallEdition.line(
                lines.size() + 1,
                lens + (classA ? "-a" : "-b"),
                day,
                1,
                new Money(classA ? draw.nextInt(3_251) : draw.nextInt(60_000), Currency.EUR),
                eye,
                group,
                CareLine.Pathway.INSIDE));
    }

    private void aids(List<CareLine> lines, LocalDate day) {
        for (String ear : List.of("left", "right")) {
            boolean first = draw.nextBoolean();
            lines.add(SmallEdition.line(
                    lines.size() + 1,
                    first ? "aid-1" : "aid-2",
                    day,
                    1,
                    new Money(first ? draw.nextInt(95_001) : draw.nextInt(300_000), Currency.EUR),
                    ear,
                    null,
                    CareLine.Pathway.INSIDE));
        }
    }

    private void line(List<CareLine> lines, String act, LocalDate day, @Nullable String group, Currency currency) {
        int quantity = draw.nextInt(3) == 0 ? 1 + draw.nextInt(6) : 1;
        long cents = draw.nextInt(8) == 0 ? draw.nextInt(3_000) : draw.nextInt(90_000);
        CareLine line = SmallEdition.line(
                lines.size() + 1,
                act,
                day,
                quantity,
                new Money(cents, currency),
                act.equals("crown") || act.equals("tooth") ? draw.one("16", "26") : null,
                group,
                draw.one(CareLine.Pathway.INSIDE, CareLine.Pathway.INSIDE, CareLine.Pathway.OUTSIDE));
        boolean refused = act.equals("crown") && draw.nextInt(6) == 0;
        lines.add(refused ? SmallEdition.refused(line) : line);
    }

    private void add(List<CareLine> lines, String act, LocalDate day, int quantity, long cents, String group) {
        lines.add(SmallEdition.line(
                lines.size() + 1,
                act,
                day,
                quantity,
                new Money(cents, Currency.EUR),
                null,
                group,
                CareLine.Pathway.INSIDE));
    }
}
