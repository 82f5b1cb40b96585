package io.bareme.api;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests made of the OpenAPI document that the service itself serves: what it says is valid, the same with one thing
 * wrong, and what has nothing to do with it.
 */
final class RandomRequests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    /** Words that mean something to the service, by the name of the field: without them nothing deep is reached. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("member", List.of("FR-000003", "MA-000001", "FR-999999")),
            Map.entry(
                    "act",
                    List.of(
                            "NGAP G",
                            "NGAP CS",
                            "CCAM HBLD634",
                            "LOCAL osteopathie",
                            "LPP 2203240",
                            "LOCAL CLINIQUE",
                            "NGAP ZZ")),
            Map.entry("product", List.of("ccn-formation", "ccn-coiffure", "amanea-sante", "nothing")),
            Map.entry("level", List.of("niveau-1", "regime-general", "formule-1", "nothing")),
            Map.entry("date", List.of("2026-11-16", "2024-06-03", "2026-12-24", "1990-01-01")),
            Map.entry("received", List.of("2026-11-22", "2024-06-03")),
            Map.entry("knownAt", List.of("2026-11-01T00:00:00Z", "2026-11-22T11:00:00+01:00")),
            Map.entry("families", List.of("optical", "dental", "hearing.aid")),
            Map.entry("part", List.of("16", "left", "right")),
            Map.entry("url", List.of("http://127.0.0.1:9/hook", "ftp://example.org")),
            Map.entry("charge", List.of("30.00", "539.00", "0.01", "1000000.00")),
            Map.entry("born", List.of("1980-01-01", "2020-02-29")),
            Map.entry("profession", List.of("doctor", "dentist", "optician")),
            Map.entry("coefficient", List.of("1", "15.5")),
            Map.entry("rate", List.of("70 %", "0.7")),
            Map.entry("from", List.of("2020-01-01", "2026-11-01")),
            Map.entry("after", List.of("dental", "optical.lens")));

    private final JsonNode document;
    private final Random random;
    private final List<JsonNode[]> operations = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    RandomRequests(JsonNode document, long seed) {
        this.document = document;
        this.random = new Random(seed);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new JsonNode[] {
                            NODES.stringNode(path.getKey()), NODES.stringNode(method.getKey()), method.getValue()
                        })));
    }

    /**
     * One request.
     *
     * @param body null for none
     */
    record Request(String method, String path, Map<String, String> headers, byte[] body) {
        @Override
        public String toString() {
            String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
            return method + " " + path + " " + headers + " " + text.substring(0, Math.min(600, text.length()));
        }
    }

    int operations() {
        return operations.size();
    }

    /** An id that the service gave: others ask for it too. */
    void saw(String id) {
        if (ids.size() < 200) {
            ids.add(id);
        }
    }

    Request next() {
        JsonNode[] one = operations.get(random.nextInt(operations.size()));
        JsonNode operation = one[2];
        int how = random.nextInt(10);
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept-Language", random.nextBoolean() ? "en" : "fr");
        StringBuilder query = new StringBuilder();
        String path = one[0].asString();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString();
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", pathValue(how));
                case "header" -> {
                    if (how < 8 || random.nextBoolean()) {
                        headers.put(name, key(how));
                    }
                }
                default -> {
                    if (random.nextBoolean()) {
                        query.append(query.isEmpty() ? "?" : "&")
                                .append(name)
                                .append('=')
                                .append(queryValue(parameter, how));
                    }
                }
            }
        }
        String method = how == 9 && random.nextInt(4) == 0
                ? List.of("GET", "POST", "PUT", "DELETE", "PATCH").get(random.nextInt(5))
                : one[1].asString().toUpperCase(java.util.Locale.ROOT);
        return new Request(method, path + query, headers, body(operation, how, headers));
    }

    private byte[] body(JsonNode operation, int how, Map<String, String> headers) {
        JsonNode content = operation.path("requestBody").path("content");
        if (content.isMissingNode() || content.isEmpty()) {
            return how == 9 ? bytes() : null;
        }
        Map.Entry<String, JsonNode> type = content.properties().iterator().next();
        headers.put("Content-Type", how == 9 && random.nextInt(5) == 0 ? "text/plain" : type.getKey());
        if (how == 9) {
            return random.nextBoolean() ? bytes() : JSON.writeValueAsBytes(absurd(random.nextInt(5)));
        }
        if (type.getKey().endsWith("ndjson")) {
            return lines(how);
        }
        JsonNode valid = generate("", type.getValue().path("schema"), 0);
        if (how >= 4) {
            int mutations = 1 + random.nextInt(2);
            for (int i = 0; i < mutations; i++) {
                mutate(valid);
            }
        }
        return JSON.writeValueAsBytes(valid);
    }

    private byte[] lines(int how) {
        StringBuilder lines = new StringBuilder();
        JsonNode claims = document.path("components").path("schemas").path("Claim");
        for (int i = random.nextInt(6); i >= 0; i--) {
            ObjectNode line = NODES.objectNode();
            line.put("key", key(how));
            line.put(
                    "operation",
                    List.of("simulation", "authorization", "eligibility", "invoice")
                            .get(random.nextInt(4)));
            line.set("body", generate("", claims, 0));
            if (how >= 4) {
                mutate(line);
            }
            lines.append(JSON.writeValueAsString(line)).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String pathValue(int how) {
        if (how < 7 && !ids.isEmpty()) {
            return ids.get(random.nextInt(ids.size()));
        }
        return switch (random.nextInt(5)) {
            case 0 -> "nobody";
            case 1 -> "%00";
            case 2 -> "..%2f..%2fetc";
            case 3 -> "x".repeat(3_000);
            default -> UUID.randomUUID().toString();
        };
    }

    private String queryValue(JsonNode parameter, int how) {
        JsonNode schema = resolved(parameter.path("schema"));
        if (how == 9 && random.nextInt(3) == 0) { // what no encoder makes, or the same parameter again
            String again = "A&" + parameter.path("name").asString() + "=B";
            return List.of("%ff", "%C3", "%e0%80x", "%ed%a0%80", again).get(random.nextInt(5));
        }
        JsonNode value = how < 5 ? generate(parameter.path("name").asString(), schema, 0) : absurd(DEEPEST);
        String text = value.isContainer() ? "," : value.asString("");
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String key(int how) {
        return switch (how) {
            case 8 -> "k".repeat(201 + random.nextInt(200));
            case 7 -> "same-key";
            default -> "fuzz-" + random.nextLong();
        };
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty()
                ? schema
                : document.path("components").path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private JsonNode generate(String name, JsonNode schema, int depth) {
        JsonNode of = resolved(schema);
        String type = type(of);
        if (type.equals("array")) {
            ArrayNode list = NODES.arrayNode();
            int least = of.path("minItems").asInt(0);
            IntStream.range(0, least + random.nextInt(2))
                    .forEach(_ -> list.add(generate(name, of.path("items"), depth + 1)));
            return list;
        }
        if (type.equals("object")) {
            ObjectNode object = NODES.objectNode();
            List<String> required = StreamSupport.stream(of.path("required").spliterator(), false)
                    .map(JsonNode::asString)
                    .toList();
            of.path("properties").properties().forEach(property -> {
                boolean wanted = required.contains(property.getKey())
                        || (property.getKey().equals("member") ? !object.has("cover") : random.nextInt(5) == 0);
                if (wanted && depth < DEEPEST && !(property.getKey().equals("cover") && object.has("member"))) {
                    object.set(property.getKey(), generate(property.getKey(), property.getValue(), depth + 1));
                }
            });
            return object;
        }
        if (of.path("enum").isArray() && !of.path("enum").isEmpty()) {
            return of.path("enum").get(random.nextInt(of.path("enum").size()));
        }
        List<String> known = KNOWN.getOrDefault(name, List.of());
        if (!known.isEmpty()) {
            return NODES.stringNode(known.get(random.nextInt(known.size())));
        }
        return switch (type) {
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "integer", "number" -> NODES.numberNode(1 + random.nextInt(3));
            default ->
                of.has("example") && of.path("example").isString()
                        ? of.path("example")
                        : NODES.stringNode(
                                of.path("format").asString("").equals("date")
                                        ? "2026-11-16"
                                        : "fuzz-" + random.nextInt(9));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode types = schema.path("types").isArray() ? schema.path("types") : schema.path("type");
        if (types.isArray()) {
            return types.isEmpty() ? "string" : types.get(0).asString();
        }
        return types.asString(schema.has("properties") ? "object" : "string");
    }

    /** One place anywhere in it is taken away, doubled, or becomes something else. */
    private void mutate(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(node, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>(object.propertyNames());
        String name = names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set("field" + random.nextInt(9), absurd(DEEPEST - 1));
            default -> object.set(name, absurd(random.nextInt(DEEPEST)));
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> into) {
        if (node instanceof ObjectNode object) {
            into.add(object);
        }
        node.forEach(child -> collect(child, into));
    }

    private JsonNode absurd(int depth) {
        return switch (random.nextInt(depth >= DEEPEST - 1 ? 10 : 13)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(true);
            case 2 -> NODES.numberNode(new BigDecimal("-1e400"));
            case 3 -> NODES.numberNode(Long.MIN_VALUE);
            case 4 -> NODES.numberNode(new BigDecimal("0.000000000000000000000000000001"));
            case 5 -> NODES.stringNode("");
            case 6 -> NODES.stringNode("é\u0000\ud83d\ude00\u202e' or 1=1 --");
            case 7 -> NODES.stringNode("9999-12-31");
            case 8 -> NODES.stringNode("x".repeat(1 + random.nextInt(5_000)));
            case 9 -> NODES.stringNode("+999999999-12-31");
            case 10 -> NODES.arrayNode().add(absurd(depth + 1)).add(absurd(depth + 1));
            case 11 -> {
                ArrayNode many = NODES.arrayNode();
                IntStream.range(0, 600).forEach(i -> many.add(i));
                yield many;
            }
            default -> NODES.objectNode().set("lines", absurd(depth + 1));
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }
}
