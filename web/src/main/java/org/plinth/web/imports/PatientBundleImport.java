package org.plinth.web.imports;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Patients of a FHIR R4 Bundle in JSON: name, date of birth, identifier; problem and injured side from conditions. Every reference must
 * point to something in the bundle. Other resources are counted and left.
 *
 * @see <a href="https://hl7.org/fhir/R4/bundle.html">Bundle, FHIR R4</a>
 */
final class PatientBundleImport implements ImportKind {

    /** A tree of JSON takes many times its text. */
    private static final int MOST_BYTES = 8 << 20;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    @Override
    public String id() {
        return "patients-fhir";
    }

    @Override
    public boolean makesPatients() {
        return true;
    }

    @Override
    public Optional<String> template() {
        return Optional.empty();
    }

    @Override
    public Found read(ImportFile file, Answers answers, LocalDate today) {
        if (file.isZip() || ImportFile.isGzip(file.bytes())) {
            return Found.failed(ImportFault.ofFile("zip.bundle"));
        }
        if (file.bytes().length > MOST_BYTES) {
            return Found.failed(ImportFault.ofFile("bundle.large", MOST_BYTES >> 20));
        }
        JsonNode bundle;
        try (InputStream in = file.open()) {
            bundle = JSON.readTree(in);
        } catch (JsonProcessingException e) {
            return Found.failed(noJson(e.getLocation()));
        } catch (IOException e) {
            return Found.failed(ImportFault.ofFile("unreadable"));
        }
        String type = bundle.path("resourceType").asText("");
        if (!type.equals("Bundle")) {
            return Found.failed(new ImportFault(
                    0, OptionalLong.empty(), Optional.of("resourceType"), type, "bundle.none", java.util.List.of()));
        }
        return new BundleReader(bundle, today).read();
    }

    private static ImportFault noJson(@org.jspecify.annotations.Nullable JsonLocation at) {
        return at == null ? ImportFault.ofFile("noJson") : ImportFault.ofLine(at.getLineNr(), "noJson");
    }
}
