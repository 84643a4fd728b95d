package org.plinth.web.apifuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.plinth.web.access.Naming;
import org.plinth.web.clinic.Subject;
import org.plinth.web.testkit.ClinicThings.Things;

/** Makes requests that are right, nearly right, and wrong, for every described operation. Repeats itself for the same seed. */
final class RequestMaker {

    private static final List<String> CONTENT_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "application/json; charset=utf-16",
            "application/jsonp",
            "*/*",
            "text/html;q=1");
    private static final List<String> VERSIONS =
            List.of("\"1\"", "\"2\"", "1", "\"99\"", "\"-1\"", "W/\"1\"", "*", "\"1e3\"", "\"99999999999\"", "x");

    /** What would be true of the record, if a caller could set it. */
    private static final List<String> FOREIGN_FIELDS = List.of(
            "id",
            "clinic",
            "clinicId",
            "role",
            "version",
            "author",
            "closed",
            "restricted",
            "__proto__",
            "csrf",
            "password");

    /**
     * Asked seldom: what has nothing to be right or wrong about, or costs as much as fifty others. A test that is set up stays in one visit,
     * and every later look at that visit reads it again; a password is slow to check on purpose.
     */
    private static final Map<String, Double> SELDOM = Map.of(
            "/api/visits/{id}/tests", 0.05,
            "/login", 0.03,
            "/health", 0.05,
            "/api/openapi.json", 0.05,
            "/api/export/results.csv", 0.1,
            "/api/export/readings.csv", 0.1,
            "/api/positions", 0.3,
            "/api/analyse", 0.2);

    private final Random random;
    private final List<ApiOperation> operations;
    private final List<String> replayed = new ArrayList<>();

    RequestMaker(long seed, List<ApiOperation> operations) {
        this.random = new Random(seed);
        this.operations = operations;
    }

    /** A request by somebody whose own things these are; {@code theirs} are another clinic's. */
    FuzzRequest next(Things own, Things theirs) {
        ApiOperation operation = Nasty.pick(random, operations);
        while (random.nextDouble() > SELDOM.getOrDefault(operation.path(), 1.0)) {
            operation = Nasty.pick(random, operations);
        }
        Things subject = random.nextInt(4) == 0 ? theirs : own;
        String path = path(operation, subject, own);
        Map<String, String> headers = new TreeMap<>();
        if (operation.ifMatch() ? random.nextInt(8) > 0 : random.nextInt(30) == 0) {
            headers.put("If-Match", random.nextInt(3) > 0 ? "\"1\"" : Nasty.pick(random, VERSIONS));
        }
        if (random.nextInt(60) == 0) {
            headers.put("Origin", "https://elsewhere.example");
        }
        boolean token = random.nextInt(25) > 0;
        if (!operation.method().equals("POST")) {
            return new FuzzRequest(operation, path, headers, "", token, foreign(path, theirs));
        }
        return posted(operation, path, headers, subject, theirs, token);
    }

    private static String foreign(String path, Things theirs) {
        return theirs.ids().values().stream().anyMatch(path::contains) ? "it names another clinic's thing" : "";
    }

    private FuzzRequest posted(
            ApiOperation operation,
            String path,
            Map<String, String> headers,
            Things subject,
            Things theirs,
            boolean token) {
        String mustFail = foreign(path, theirs);
        if (operation.multipart()) {
            headers.put("Content-Type", "multipart/form-data; boundary=fuzz");
            return new FuzzRequest(operation, path, headers, multipart(operation), token, mustFail);
        }
        boolean asJson = random.nextInt(25) > 0;
        headers.put("Content-Type", asJson ? "application/json" : Nasty.pick(random, CONTENT_TYPES));
        if (random.nextInt(12) == 0) {
            return new FuzzRequest(operation, path, headers, Nasty.body(random), token, mustFail);
        }
        Map<String, String> fields = fields(operation, subject);
        if (random.nextInt(10) == 0) {
            String extra = Nasty.pick(random, FOREIGN_FIELDS);
            if (asJson && !operation.body().containsKey(extra)) {
                fields.put(extra, random.nextBoolean() ? "\"OWNER\"" : "1");
                mustFail = "it sets a field that is not the caller's: " + extra;
            }
        }
        if (asJson && operation.body().containsKey("patient") && random.nextInt(8) == 0) {
            fields.put("patient", '"' + theirs.id(Subject.PATIENT) + '"');
            mustFail = "it forges the patient";
        }
        return new FuzzRequest(operation, path, headers, json(fields), token, mustFail);
    }

    private String path(ApiOperation operation, Things subject, Things own) {
        String path = operation.path();
        for (Naming.Named named : Naming.of(operation.route())) {
            path = path.replace("{" + named.part() + "}", id(named.subject(), subject, own));
        }
        if (path.endsWith("results.csv") && random.nextInt(4) == 0) {
            return path + "?patient=" + Nasty.pathPart(random);
        }
        return path;
    }

    private String id(Subject kind, Things subject, Things own) {
        String id = subject.id(kind == Subject.WORD ? Subject.PATIENT : kind);
        return switch (random.nextInt(12)) {
            case 0 -> Nasty.pathPart(random);
            case 1 -> String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
            case 2 -> own.id(Nasty.pick(random, List.of(Subject.PATIENT, Subject.VISIT, Subject.TEST, Subject.SENSOR)));
            default -> kind == Subject.OWN_POSITION ? "own-" + id : id;
        };
    }

    private Map<String, String> fields(ApiOperation operation, Things own) {
        Map<String, String> fields = new TreeMap<>();
        boolean honest = random.nextInt(3) > 0;
        operation.body().forEach((name, schema) -> {
            boolean wanted = operation.required().contains(name);
            if (wanted ? random.nextInt(20) > 0 : random.nextInt(4) == 0) {
                fields.put(
                        name,
                        honest
                                ? honest(name, schema, own)
                                : random.nextInt(3) == 0 ? Nasty.literal(random) : honest(name, schema, own));
            }
        });
        return fields;
    }

    private String honest(String name, JsonNode schema, Things own) {
        if (schema.has("enum")) {
            JsonNode words = schema.path("enum");
            return words.get(random.nextInt(words.size())).toString();
        }
        return switch (name) {
            case "patient" -> quoted(own.id(Subject.PATIENT));
            case "episode" -> quoted(own.id(Subject.EPISODE));
            case "sensor" -> quoted("virtual-1");
            case "sensors" -> "[\"virtual-1\"]";
            case "position", "from" -> quoted("curl-prone-15");
            case "requestId" -> quoted(requestId());
            case "login" -> quoted("nobody-" + random.nextInt(1000));
            default -> ofType(schema);
        };
    }

    private String ofType(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "integer" -> Integer.toString(within(schema));
            case "number" -> Double.toString(within(schema) + 0.5);
            case "boolean" -> Boolean.toString(random.nextBoolean());
            case "array" -> "[\"fuzz " + random.nextInt(100) + "\"]";
            default ->
                schema.path("format").asText().equals("date")
                        ? quoted("20" + (10 + random.nextInt(16)) + "-0" + (1 + random.nextInt(9)) + "-1"
                                + random.nextInt(9))
                        : quoted("Fuzz " + random.nextInt(1000));
        };
    }

    private int within(JsonNode schema) {
        int least = schema.path("minimum").asInt(0);
        int most = schema.path("maximum").asInt(100);
        return least + random.nextInt(Math.max(1, most - least));
    }

    /** Now and then one that was sent before. */
    private String requestId() {
        if (!replayed.isEmpty() && random.nextInt(3) == 0) {
            return Nasty.pick(random, replayed);
        }
        String fresh = Long.toHexString(random.nextLong());
        replayed.add(fresh);
        return fresh;
    }

    private String multipart(ApiOperation operation) {
        StringBuilder body = new StringBuilder();
        if (random.nextInt(3) > 0) {
            part(body, "name=\"unit\"", "N");
        }
        if (random.nextInt(4) == 0) {
            part(
                    body,
                    "name=\"" + Nasty.pick(random, List.copyOf(operation.body().keySet())) + "\"",
                    "=1+1");
        }
        String file = random.nextBoolean() ? "time_s,force_N\n0,1\n0.01,2\n0.02,3\n" : Nasty.body(random);
        String name = Nasty.pick(random, List.of("a.csv", "..\\\\..\\\\x", "../../x.csv", "a;b.csv", ""));
        part(
                body,
                "name=\"" + Nasty.pick(random, List.of("file", "left", "right", "x")) + "\"; filename=\"" + name + "\"",
                file);
        return random.nextInt(150) == 0 ? body.toString() : body + "--fuzz--\r\n";
    }

    private static void part(StringBuilder body, String disposition, String content) {
        body.append("--fuzz\r\nContent-Disposition: form-data; ")
                .append(disposition)
                .append("\r\n\r\n")
                .append(content)
                .append("\r\n");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String json(Map<String, String> fields) {
        StringJoiner joined = new StringJoiner(",", "{", "}");
        fields.forEach((name, value) -> joined.add('"' + name + "\":" + value));
        return joined.toString();
    }
}
