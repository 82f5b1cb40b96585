package io.bareme.launcher;

import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.HeaderReadings.BarePercent;
import io.bareme.guarantee.HeaderReadings.Dash;
import io.bareme.guarantee.HeaderReadings.PerYear;
import io.bareme.guarantee.HeaderReadings.PercentOfCharge;
import io.bareme.guarantee.HeaderReadings.TwoValues;
import io.bareme.guarantee.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A table's header as options: how short forms read. What is not said is as in {@link HeaderReadings#USUAL}. */
final class HeaderOptions {

    @ArgGroup(exclusive = true)
    private @Nullable Percents percents;

    @ArgGroup(exclusive = true)
    private @Nullable Euros euros;

    @ArgGroup(exclusive = true)
    private @Nullable Caps caps;

    @Option(
            names = "--bare-percent",
            paramLabel = "<base|charge|copayment|refused>",
            converter = Choices.BarePercents.class,
            description = {"De quoi « 150 %% » seul est un pourcentage (base).", "What \"150 %%\" alone is of (base)."})
    private BarePercent barePercent = HeaderReadings.USUAL.barePercent();

    @Option(
            names = "--percent-of-charge",
            paramLabel = "<less-compulsory|of-remainder>",
            converter = Choices.PercentsOfCharge.class,
            description = {
                "« p %% FR » : p × frais - AMO, ou p × (frais - AMO) (less-compulsory).",
                "\"p %% FR\": p × charge - compulsory, or p × (charge - compulsory)."
            })
    private PercentOfCharge percentOfCharge = HeaderReadings.USUAL.percentOfCharge();

    @Option(
            names = "--year",
            paramLabel = "<civil|contract|rolling>",
            converter = Choices.Years.class,
            description = {"L'année de « par an » (civil).", "Which year \"par an\" is (civil)."})
    private PerYear year = HeaderReadings.USUAL.perYear();

    @Option(
            names = "--dash",
            paramLabel = "<nothing|base-level>",
            converter = Choices.Dashes.class,
            description = {"Ce que dit « - » (nothing).", "What \"-\" says (nothing)."})
    private Dash dash = HeaderReadings.USUAL.dash();

    @Option(
            names = "--two-values",
            paramLabel = "<refused|optam|conventioned|accepted|by-kind>",
            converter = Choices.TwoValuesOfCell.class,
            description = {
                "Deux valeurs dans une cellule : OPTAM puis non OPTAM, etc. (refused).",
                "Two values in a cell: OPTAM then not, etc. (refused)."
            })
    private TwoValues twoValues = HeaderReadings.USUAL.twoValues();

    private static final class Percents {
        @Option(
                names = "--included",
                description = {
                    "« %% BR » compte la part obligatoire (d'usage).",
                    "\"%% BR\" counts the compulsory share."
                })
        private boolean included;

        @Option(
                names = "--on-top",
                description = {"« %% BR » s'ajoute à la part obligatoire.", "\"%% BR\" comes on top of it."})
        private boolean onTop;
    }

    private static final class Euros {
        @Option(
                names = "--euros-included",
                description = {"Une somme compte la part obligatoire.", "Money counts the compulsory share."})
        private boolean included;

        @Option(
                names = "--euros-on-top",
                description = {"Une somme s'y ajoute (d'usage).", "Money comes on top of it (usual)."})
        private boolean onTop;
    }

    private static final class Caps {
        @Option(
                names = "--caps-included",
                description = {"Un plafond compte la part obligatoire (d'usage).", "A cap counts the compulsory share."
                })
        private boolean included;

        @Option(
                names = "--caps-on-top",
                description = {"Un plafond ne vise que la complémentaire.", "A cap bounds the complementary only."})
        private boolean onTop;
    }

    HeaderReadings readings() {
        HeaderReadings usual = HeaderReadings.USUAL;
        return new HeaderReadings(
                percents == null ? usual.percentOfBase() : reading(percents.onTop),
                euros == null ? usual.euroAmounts() : reading(euros.onTop),
                barePercent,
                percentOfCharge,
                caps == null ? usual.caps() : reading(caps.onTop),
                year,
                dash,
                twoValues,
                HeaderReadings.USUAL.marks());
    }

    private static Reading reading(boolean onTop) {
        return onTop ? Reading.ON_TOP : Reading.INCLUDING_COMPULSORY;
    }
}
