package io.bareme.batch.web;

import io.bareme.access.Addresses;
import io.bareme.access.Allotments;
import io.bareme.access.ApiClient;
import io.bareme.access.Asker;
import io.bareme.access.Operation;
import io.bareme.api.Asking;
import io.bareme.api.ProblemReply;
import io.bareme.api.ProblemReply.Kind;
import io.bareme.exchange.BatchLine;
import io.bareme.exchange.Problem;
import io.bareme.exchange.Read;
import io.bareme.explanation.Language;
import io.bareme.tenancy.Tenancy;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.json.JsonMapper;

/** Answers the lines of one batch, for the client that sent it: each as its own address would. */
final class LineAnswering {

    private static final Logger LOG = LoggerFactory.getLogger(LineAnswering.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where a line of each operation would have been sent by itself. */
    private static final Map<String, String> ADDRESSES = Map.of(
            "simulation", "/api/v1/simulations",
            "authorization", "/api/v1/authorizations",
            "invoice", "/api/v1/invoices",
            "eligibility", "/api/v1/eligibility");

    private final DispatcherServlet controllers;
    private final Allotments allotments;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ApiClient client;
    private final Asker asker;
    private final Language language;
    private final @Nullable String languages;

    /** Made on the thread that the batch came on. */
    LineAnswering(
            DispatcherServlet controllers,
            Allotments allotments,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.controllers = controllers;
        this.allotments = allotments;
        this.request = request;
        this.response = response;
        this.client = ApiClient.current().orElseThrow();
        this.asker = Asker.current();
        this.language = Asking.language(request);
        this.languages = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    }

    /**
     * A line of a batch, read.
     *
     * @param key null when it has none that may be used
     */
    record Asked(int number, @Nullable String key, Read<BatchLine> line) {

        static Asked of(int number, byte[] bytes) {
            Read<BatchLine> line = BatchLine.read(bytes);
            return new Asked(
                    number,
                    line instanceof Read.Valid<BatchLine>(var valid) ? valid.key() : BatchLine.key(bytes),
                    line);
        }

        /** Lines on one member are answered in their order. */
        @Nullable
        String member() {
            return line instanceof Read.Valid<BatchLine>(BatchLine valid) ? valid.member() : null;
        }
    }

    AnsweredLine answer(Asked asked) {
        return switch (asked.line()) {
            case Read.Refused<BatchLine>(List<Problem> problems) ->
                problem(asked.number(), asked.key(), 400, Kind.BAD_REQUEST, problems, Map.of());
            case Read.Valid<BatchLine>(BatchLine line) -> answer(asked.number(), line);
        };
    }

    private AnsweredLine answer(int number, BatchLine line) {
        String address = ADDRESSES.getOrDefault(line.operation(), "");
        List<Operation> takes = Addresses.of(address).map(Addresses::operations).orElse(List.of());
        if (takes.stream().noneMatch(asker::may)) {
            String scope = String.join(" ", takes.stream().map(Operation::word).toList());
            return problem(number, line.key(), 403, Kind.FORBIDDEN, List.of(), Map.of("scope", scope));
        }
        try {
            return allotments.await(client)
                    ? sent(number, line, address)
                    : problem(number, line.key(), 429, Kind.TOO_MANY, List.of(), tooMany());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return problem(number, line.key(), 503, Kind.UNAVAILABLE, List.of(), Map.of());
        }
    }

    private Map<String, String> tooMany() {
        return Map.of(
                "seconds", String.valueOf(Allotments.WINDOW.toSeconds()), "most", String.valueOf(client.perMinute()));
    }

    private AnsweredLine sent(int number, BatchLine line, String address) {
        LineRequest one = new LineRequest(request, address, line.body(), line.key(), languages);
        LineResponse answer = new LineResponse(response);
        try {
            asker.enter();
            Tenancy.at(client.tenant(), () -> {
                controllers.service(one, answer);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException failure) {
            LOG.error("Line {} of a batch failed", number, failure);
            return problem(number, line.key(), 500, Kind.FAILED, List.of(), Map.of());
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            Asker.leave();
        }
        if (answer.body().length == 0 && answer.getStatus() >= 400) {
            Kind kind = answer.getStatus() == 404 ? Kind.UNKNOWN : Kind.REFUSED;
            return problem(number, line.key(), answer.getStatus(), kind, List.of(), Map.of());
        }
        return new AnsweredLine(
                number,
                line.key(),
                answer.getStatus(),
                answer.getHeader(HttpHeaders.LOCATION),
                "true".equals(answer.getHeader(Asking.REPLAYED)),
                answer.getHeader(HttpHeaders.RETRY_AFTER),
                answer.body());
    }

    /** A line that is more than a line may be. */
    AnsweredLine tooLong(int number) {
        return problem(number, null, 413, Kind.TOO_LARGE, List.of(), Map.of());
    }

    /** Lines that follow are not read. */
    AnsweredLine tooMany(int number, int most) {
        return problem(number, null, 413, Kind.BATCH_TOO_LONG, List.of(), Map.of("most", String.valueOf(most)));
    }

    private AnsweredLine problem(
            int number,
            @Nullable String key,
            int status,
            Kind kind,
            List<Problem> problems,
            Map<String, String> parameters) {
        byte[] body = JSON.writeValueAsBytes(ProblemReply.details(kind, status, language, problems, parameters));
        String wait = status == 429 || status == 503 ? "5" : null;
        return new AnsweredLine(number, key, status, null, false, wait, body);
    }
}
