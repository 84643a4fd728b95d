package org.plinth.web.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/**
 * All resources of a clinic as NDJSON, a file for each kind, in the form of FHIR Bulk Data; at most a hundred patients are in memory at once, and one curve. Exact
 * curves are files of their own.
 */
public final class FhirBulk {

    private final FhirSource source;
    private final FhirSource.Asked asked;
    private final Making making;
    private final Terminology terms = Terminology.bundled();
    private final FhirJson json = new FhirJson();
    private final List<Output> output = new ArrayList<>();

    /** Patients in memory at once; with more, a kind has several files, as Bulk Data allows. */
    private static final int AT_ONCE = 100;

    private long before;
    private long total;

    private record Output(String type, String name, long lines) {}

    /** Of this clinic, for this purpose. */
    public FhirBulk(FhirSource source, FhirSource.Asked asked) {
        this.source = source;
        this.asked = asked;
        this.making = source.store()
                .read(stores -> new Making(
                        source.disclosure(asked),
                        new Codes(terms),
                        source.texts(),
                        source.positions().of(stores, asked.clinic().id())));
    }

    /** Writes all files and the manifest last. */
    public void write(BulkTarget target) throws IOException {
        List<Id<Patient>> people = source.store().read(stores -> People.of(stores, asked));
        for (String type : SharedResources.TYPES) {
            file(target, type, type, source.store().read(stores -> SharedResources.of(stores, making, asked, type)));
        }
        Map<String, List<Resource>> definitions = new LinkedHashMap<>();
        new Definitions(terms).all().forEach(one -> definitions
                .computeIfAbsent(one.fhirType(), key -> new ArrayList<>())
                .add(one));
        for (Map.Entry<String, List<Resource>> one : definitions.entrySet()) {
            file(target, one.getKey(), one.getKey(), one.getValue());
        }
        file(target, "MeasureReport", "MeasureReport", List.of(new MeasureMapper(making).report(source, asked)));
        for (int from = 0; from < people.size(); from += AT_ONCE) {
            before = from;
            total = people.size();
            String part = from == 0 ? "" : "-" + (from / AT_ONCE + 1);
            patients(target, part, people.subList(from, Math.min(people.size(), from + AT_ONCE)));
        }
        target.progress(people.size(), people.size());
        target.file("manifest.json", this::manifest);
    }

    /** These patients' files: read once, written kind by kind. */
    private void patients(BulkTarget target, String part, List<Id<Patient>> people) throws IOException {
        LocalDate today = LocalDate.ofInstant(asked.at(), asked.clinic().zone());
        List<PatientResources> records = new ArrayList<>();
        for (Id<Patient> patient : people) {
            target.progress(before, total);
            source.record(making.disclosure(), patient)
                    .ifPresent(one -> records.add(new PatientResources(making, source.raw(), today, one)));
        }
        for (String type : PatientResources.TYPES) {
            if (type.equals("Binary")) {
                curves(target, records);
            } else if (making.disclosure().curves() || !type.equals("DocumentReference")) {
                ofPatients(target, type, type + part, records);
            }
        }
    }

    private void file(BulkTarget target, String type, String name, List<Resource> resources) throws IOException {
        if (!resources.isEmpty()) {
            output.add(new Output(type, name, resources.size()));
            target.file(name + ".ndjson", out -> {
                for (Resource resource : resources) {
                    line(out, resource);
                }
            });
        }
    }

    private void ofPatients(BulkTarget target, String type, String name, List<PatientResources> records)
            throws IOException {
        long[] lines = {0};
        target.file(name + ".ndjson", out -> {
            lines[0] = 0;
            for (int i = 0; i < records.size(); i++) {
                target.progress(before + i, total);
                for (Shell shell : records.get(i).of(type)) {
                    Optional<Resource> made = shell.made();
                    if (made.isPresent()) {
                        line(out, made.get());
                        lines[0]++;
                    }
                }
            }
        });
        output.add(new Output(type, name, lines[0]));
    }

    /** As the documents name them: {@code Binary/<id>}. */
    private void curves(BulkTarget target, List<PatientResources> records) throws IOException {
        for (int i = 0; i < records.size(); i++) {
            for (Shell shell : records.get(i).of("Binary")) {
                target.progress(before + i, total);
                Optional<Resource> made = shell.made();
                if (made.isPresent() && made.get() instanceof Binary exact) {
                    target.file("Binary/" + shell.id(), out -> out.write(exact.getData()));
                }
            }
        }
    }

    private void line(OutputStream out, Resource resource) throws IOException {
        out.write((json.line(resource) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void manifest(OutputStream out) throws IOException {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put(
                "transactionTime",
                Instant.ofEpochSecond(asked.at().getEpochSecond()).toString());
        manifest.put("request", "export fhir " + asked.purpose());
        manifest.put("requiresAccessToken", false);
        ArrayNode files = manifest.putArray("output");
        output.forEach(one -> files.addObject()
                .put("type", one.type())
                .put("url", one.name() + ".ndjson")
                .put("count", one.lines()));
        manifest.putArray("error");
        out.write(manifest.toPrettyString().getBytes(StandardCharsets.UTF_8));
    }
}
