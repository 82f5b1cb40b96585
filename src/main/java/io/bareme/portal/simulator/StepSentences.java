package io.bareme.portal.simulator;

import io.bareme.adjudication.Step;
import io.bareme.explanation.Sentences;
import io.bareme.portal.pages.Places;
import io.bareme.portal.pages.Reference;
import io.bareme.portal.regulation.RegulationLinks;
import io.bareme.portal.simulator.Statement.SourceLine;
import io.bareme.portal.simulator.Statement.StepLine;
import io.bareme.values.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Steps as sentences, each with the file and cell, article or page it rests on. What rests on the same place as the step
 * before does not repeat it; a weak source is named by its sentence already.
 */
final class StepSentences {

    private static final Pattern GRID =
            Pattern.compile("guarantee-tables/([a-z0-9-]+)/(\\d{4}-\\d{2}-\\d{2})/grid\\.csv");
    private static final Pattern CELL = Pattern.compile("row (\\d+), column \"([^\"]+)\"");

    private final RegulationLinks regulation;
    private final Locale locale;

    StepSentences(RegulationLinks regulation, Locale locale) {
        this.regulation = regulation;
        this.locale = locale;
    }

    List<StepLine> of(List<Step> steps) {
        List<StepLine> lines = new ArrayList<>();
        Source before = null;
        for (Step step : steps) {
            Source source = step.source();
            SourceLine news = source == null || source.equals(before) ? null : source(source);
            lines.add(new StepLine(Reference.pieces(Sentences.step(step, locale)), news, Sentences.isWeak(step)));
            before = source == null ? before : source;
        }
        return lines;
    }

    private SourceLine source(Source source) {
        return new SourceLine(
                source.file(),
                Places.in(source.place(), locale),
                source.confidence().isWeak() ? List.of() : Reference.pieces(source.reference()),
                Sentences.confidence(source.confidence(), locale),
                link(source));
    }

    /** The page that shows the table or the regulated quantity, with the cell or the value highlighted. */
    private @Nullable String link(Source source) {
        Matcher grid = GRID.matcher(source.file());
        Matcher cell = CELL.matcher(source.place());
        if (!grid.matches() || !cell.find()) {
            return regulation.to(source);
        }
        return "/products/" + grid.group(1) + "?from=" + grid.group(2) + "&row=" + cell.group(1) + "&level="
                + cell.group(2) + "#row-" + cell.group(1);
    }
}
