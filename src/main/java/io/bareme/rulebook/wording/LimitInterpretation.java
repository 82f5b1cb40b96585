package io.bareme.rulebook.wording;

import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Unit;

/** What the wording of a limit alone was found to mean under its table's header. A refusal is an answer, not an error. */
public sealed interface LimitInterpretation {

    /** So much over a time: "1 000 000 MAD par an et par bénéficiaire", "10 séances par an". */
    record OverTime(Limit limit) implements LimitInterpretation {}

    /** So much for each: "50 MAD par acte". */
    record ForUnit(Measure amount, Unit unit) implements LimitInterpretation {}

    /** Not read, with the place and what could have stood there. */
    record Refused(Interpretation.Refused why) implements LimitInterpretation {}
}
