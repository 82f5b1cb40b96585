package io.bareme.exchange;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bareme.explanation.Language;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** One answer on one line of JSON, UTF-8, without the line's end. */
public final class JsonLine {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonLine() {}

    /** {@code {"line": 3, "kind": …}}: the decision on the claim on the input's line of that number, from 1. */
    public static byte[] decided(long line, Statement statement) {
        return MAPPER.writeValueAsBytes(new DecidedLine(line, statement));
    }

    /** {@code {"line": 3, "problem": {"errors": […]}}}: what is wrong with the input's line of that number, from 1. */
    public static byte[] refused(long line, List<Problem> problems, Language language) {
        return MAPPER.writeValueAsBytes(new RefusedLine(
                line,
                new Refusal(
                        problems.stream().map(problem -> problem.in(language)).toList())));
    }

    private record DecidedLine(long line, @JsonUnwrapped Statement statement) {}

    private record RefusedLine(long line, Refusal problem) {}

    private record Refusal(List<Problem.Told> errors) {}
}
