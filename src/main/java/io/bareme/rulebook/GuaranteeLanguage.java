package io.bareme.rulebook;

import io.bareme.guarantee.Deductible;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Unit;
import io.bareme.rulebook.cases.CaseRunner;
import io.bareme.rulebook.files.Wordings;
import io.bareme.rulebook.wording.Interpretation;
import io.bareme.rulebook.wording.LimitInterpretation;
import io.bareme.rulebook.wording.LimitReader;
import io.bareme.rulebook.wording.WordingReader;
import io.bareme.values.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the wordings of an edition's files in the guarantee language. */
final class GuaranteeLanguage implements Wordings, CaseRunner.Reader {

    @Override
    public Wording read(String wording, HeaderReadings readings, Currency currency) {
        return switch (WordingReader.read(wording, readings, currency)) {
            case Interpretation.Understood(Formula formula) -> new Wording.Understood(formula);
            case Interpretation.SameAsBaseLevel _ ->
                new Wording.Refused("there is no base level here", "a wording as printed", null);
            case Interpretation.Refused(String problem, List<String> allowed, String maybe) ->
                new Wording.Refused(
                        problem, among(allowed, "a wording of the guarantee language, as \"150 % BR\""), quoted(maybe));
        };
    }

    @Override
    public LimitWording limit(String wording, HeaderReadings readings, Currency currency) {
        return switch (LimitReader.read(wording, readings, currency)) {
            case LimitInterpretation.OverTime(Limit limit) -> new LimitWording.OverTime(limit);
            case LimitInterpretation.ForUnit(Measure amount, Unit unit) -> new LimitWording.ForUnit(amount, unit);
            case LimitInterpretation.Refused(var why) ->
                new LimitWording.Refused(
                        why.problem(), among(why.allowed(), "a limit, as \"2 000 € par an\""), quoted(why.maybe()));
        };
    }

    @Override
    public @Nullable Formula formula(String wording, HeaderReadings readings, Currency currency) {
        return read(wording, readings, currency) instanceof Wording.Understood(Formula formula) ? formula : null;
    }

    @Override
    public @Nullable Limit limitAlone(String wording, HeaderReadings readings, Currency currency) {
        return limit(wording, readings, currency) instanceof LimitWording.OverTime(Limit limit) ? limit : null;
    }

    @Override
    public CaseRunner.@Nullable Kept keptAlone(String wording, HeaderReadings readings, Currency currency) {
        return switch (limit(wording, readings, currency)) {
            case LimitWording.OverTime(Limit.AmountLimit limit) ->
                new CaseRunner.Kept(limit.amount(), new Deductible.Each.OverTime(limit.period(), limit.scope()));
            case LimitWording.ForUnit(Measure amount, Unit unit) ->
                new CaseRunner.Kept(amount, new Deductible.Each.ForUnit(unit));
            case LimitWording.OverTime(Limit.CountLimit _), LimitWording.Refused _ -> null;
        };
    }

    private static String among(List<String> allowed, String otherwise) {
        return allowed.isEmpty() ? otherwise : String.join(", ", allowed);
    }

    private static @Nullable String quoted(@Nullable String maybe) {
        return maybe == null ? null : '"' + maybe + '"';
    }
}
