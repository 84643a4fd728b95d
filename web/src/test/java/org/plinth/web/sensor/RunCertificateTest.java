package org.plinth.web.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.calibration.Points;
import org.plinth.web.calibration.PointsFile;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.Browser.Answer;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.DatabaseAdministrator;
import org.plinth.web.testkit.PdfUa;

/** The certificate of a run over real HTTP: the worked vector GOLD-7, typed into the wizard, with its numbers worked out in golden/calibrate/derive.py. */
@Tag("slow")
class RunCertificateTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/calibrate");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Random RANDOM = new Random(11);

    /** Up to all six masses and down again; the last row of the vector's way down repeats the top and is not read here. */
    private static final double[][] READINGS = {
        {8.0, 4213.1, 8420.2, 16834.9, 25251.6, 33669.9, 42090.2, 33675.2, 25259.9, 16843.5, 8427.0, 4217.9, 10.5},
        {7.0, 4212.4, 8419.1, 16833.8, 25250.2, 33668.1, 42088.6, 33673.4, 25258.2, 16842.0, 8425.8, 4217.0, 9.5},
        {8.5, 4213.5, 8420.9, 16835.6, 25252.0, 33670.6, 42091.1, 33675.8, 25260.4, 16844.1, 8427.4, 4218.2, 11.0}
    };

    private ClinicServer server;
    private ClinicServer.Sample sample;
    private Browser clinician;
    private String href;
    private String runHref;
    private String calibration;

    @BeforeEach
    void accept() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        clinician = server.as(Role.CLINICIAN, "a");
        Sensor sensor = new Sensor(
                Id.random(RANDOM), sample.clinic().id(), "griptonite-motherboard", "SAMPLE-7", "Sample counter");
        server.store().write(Act.ofPlinth(sample.clinic().id(), server.clock().instant(), "sensor.add"), stores -> {
            stores.sensors().add(sensor);
            return sensor;
        });
        href = "/sensors/" + sensor.id();
        runHref = begun();
        for (double[] cycle : READINGS) {
            for (double reading : cycle) {
                server.clock().forward(Duration.ofSeconds(30));
                Answer taken = clinician.postForm(runHref + "/points", Map.of("reading", Double.toString(reading)));
                assertThat(taken.status()).as(taken.text()).isEqualTo(303);
            }
        }
        Answer accepted = clinician.postForm(runHref + "/accept", Map.of("version", "1"));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(303);
        Matcher made = Pattern.compile("/calibrations/[0-9a-f]{32}")
                .matcher(clinician.page(runHref).text());
        assertThat(made.find()).isTrue();
        calibration = href + made.group();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String begun() {
        Map<String, String> fields = new HashMap<>(Map.of(
                "latitude_deg",
                "51.24",
                "height_m",
                "60",
                "place",
                "Room 2",
                "attachments",
                "hook 40 g; strap",
                "celsius",
                "21.4"));
        double[] kilograms = {5, 5, 10, 10, 10, 10};
        for (int i = 0; i < kilograms.length; i++) {
            Answer added = clinician.postForm(
                    href + "/masses",
                    Map.of(
                            "label",
                            "M-" + (i + 1),
                            "certificate",
                            "Sample laboratory " + (i + 1),
                            "certifiedOn",
                            "2026-01-15",
                            "nominal_kg",
                            Double.toString(kilograms[i]),
                            "uncertainty_kg",
                            "0.0005"));
            assertThat(added.status()).isEqualTo(303);
        }
        server.store()
                .read(stores -> stores.bench().masses(sample.clinic().id()))
                .forEach(owned -> fields.put("mass-" + owned.id(), "1"));
        Answer begun = clinician.postForm(href + "/calibrate", fields);
        assertThat(begun.status()).as(begun.text()).isEqualTo(303);
        return begun.header("Location");
    }

    private JsonNode json() {
        Answer answer = clinician.page(calibration + "/certificate.json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return tree(answer.text());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode golden(String file) {
        try {
            return tree(Files.readString(GOLDEN.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(byte[] pdf) {
        PdfUa.assertAccessible(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void its_curve_and_characteristics_are_those_of_the_worked_vector() {
        JsonNode result = json().path("result");
        JsonNode worked = golden("gold7.json");
        for (String key : List.of(
                "a0_N",
                "a1_N_per_count",
                "zeroReading_count",
                "sm_N",
                "llf_N",
                "maxResidual_N",
                "nonLinearity_pctFS",
                "hysteresis_pctFS",
                "repeatability_pct",
                "zeroReturn_N",
                "fullScale_N")) {
            double expected = worked.path(key).asDouble();
            assertThat(result.path(key).asDouble()).as(key).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
        assertThat(result.path("decision").asText()).isEqualTo("PASS");
    }

    @Test
    void its_json_says_all_that_was_stored_and_has_not_changed() throws IOException {
        ObjectNode now = (ObjectNode) json();
        now.remove("engine");
        if ("write".equals(System.getProperty("plinth.golden"))) {
            Files.writeString(GOLDEN.resolve("run.json"), now.toPrettyString() + "\n");
        }
        assertThat(now).isEqualTo(golden("run.json"));
    }

    @Test
    void its_pdf_names_chain_room_masses_dates_and_people_and_claims_nothing_beyond() {
        assertThat(words(clinician.page(calibration + "/certificate.pdf").bytes()))
                .contains("Calibration certificate No. PL-2026-0001")
                .contains("Reported in ISO 376 terms against ISO 7500-1 class 1 limits.")
                .contains("No class of ISO 376 and no accreditation is claimed.")
                .contains("Sample clinic a, for itself", "Room 2", "Sample counter", "SAMPLE-7", "hook 40 g; strap")
                .contains("Calibrated 2026-08-06", "Issued 2026-08-06")
                .contains("Carried out by Sample CLINICIAN", "Approved by Sample CLINICIAN")
                .contains("21.4 °C", "9.81162 m/s² from latitude and height")
                .contains("M-1 Sample laboratory 1 2026-01-15 5 5 0.0005 2")
                .contains("Read from a display and typed")
                .contains("As found: it had no calibration before")
                .contains("As left, with the curve of this certificate: pass.")
                .contains("1 1 up 0 kg 0.000 8 2 1 up 5 kg 49.051 4213.1")
                .contains("page 1 of ");
    }

    @Test
    void the_figures_kept_with_the_run_say_whether_each_uncertainty_is_a_lower_bound() throws IOException {
        Id<StoredCalibration> id = Id.<StoredCalibration>parse(calibration.substring(calibration.length() - 32))
                .orElseThrow();
        BenchRun run = server.store()
                .read(stores -> stores.bench().behind(sample.clinic().id(), id))
                .orElseThrow();
        JsonNode kept = JSON.readTree(run.finish().orElseThrow().fitJson()).path("uncertainty");
        JsonNode told = json().path("result").path("points");

        assertThat(kept).hasSameSizeAs(told);
        for (int i = 0; i < kept.size(); i++) {
            for (String field : List.of("force_N", "U_N", "U_isLowerBound")) {
                assertThat(kept.get(i).get(field))
                        .as(field)
                        .isEqualTo(told.get(i).get(field));
            }
        }
    }

    @Test
    void a_run_that_was_accepted_before_that_was_written_down_keeps_its_certificate() {
        DatabaseAdministrator database = new DatabaseAdministrator(server.data());
        String where = " FROM calibration_run_version WHERE fit_json IS NOT NULL";
        assertThat(database.text("SELECT fit_json" + where)).contains("\"format\":2", "U_isLowerBound");
        database.run(
                "UPDATE calibration_run_version SET fit_json = REPLACE(REGEXP_REPLACE(fit_json,"
                        + " ',\"U_isLowerBound\":(true|false)', ''), '\"format\":2', '\"format\":1') WHERE fit_json IS NOT NULL");
        assertThat(database.text("SELECT fit_json" + where))
                .contains("\"format\":1")
                .doesNotContain("U_isLowerBound");

        assertThat(clinician.page(calibration + "/certificate.json").status()).isEqualTo(200);

        database.run("UPDATE calibration_run_version SET fit_json = REPLACE(fit_json, '\"U_N\":0', '\"U_N\":1')"
                + " WHERE fit_json IS NOT NULL");
        assertThat(clinician.page(calibration + "/certificate.json").status())
                .as("other figures are no certificate")
                .isEqualTo(409);
    }

    @Test
    void its_numbers_are_those_of_the_page() {
        String page = clinician.page(calibration).text();
        String pdf = words(clinician.page(calibration + "/certificate.pdf").bytes());
        int judged = 0;
        for (JsonNode point : json().path("result").path("points")) {
            if (point.has("decision")) {
                judged++;
                double expanded = point.path("U_N").asDouble();
                assertThat(page)
                        .contains(String.format(
                                Locale.ROOT, "%.3f N", point.path("error_N").asDouble()))
                        .contains(String.format(Locale.ROOT, "%.3f N", expanded));
                assertThat(pdf)
                        .contains(" "
                                + new BigDecimal(expanded)
                                        .round(new MathContext(2))
                                        .toPlainString() + " pass");
            }
        }
        assertThat(judged).isEqualTo(6);
        assertThat(page).contains("/certificate.pdf").contains("/certificate.json");
        assertThat(clinician.page(runHref).text()).contains(calibration + "/certificate.pdf");
    }

    @Test
    void the_same_run_gives_the_same_bytes_at_any_time() {
        byte[] pdf = clinician.page(calibration + "/certificate.pdf").bytes();
        byte[] json = clinician.page(calibration + "/certificate.json").bytes();
        server.clock().forward(Duration.ofMinutes(5));
        server.restart();
        Browser later = server.as(Role.AUDITOR, "a");

        assertThat(later.page(calibration + "/certificate.pdf").bytes()).isEqualTo(pdf);
        assertThat(later.page(calibration + "/certificate.json").bytes()).isEqualTo(json);
    }

    @Test
    void its_points_are_a_file_that_the_command_reads_with_the_hash_that_it_names(@TempDir Path folder)
            throws IOException, NoSuchAlgorithmException {
        byte[] bytes = clinician.page(calibration + "/points.csv").bytes();
        Path file = Files.write(folder.resolve("points.csv"), bytes);

        Points points = PointsFile.read(file);

        assertThat(points.problems()).isEmpty();
        assertThat(points.points()).hasSize(39);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .startsWith("run,direction,mass_kg,reading,")
                .contains("\n3,down,5.0,4218.2,");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(json().path("pointsSha256").asText());
    }

    @Test
    void who_may_see_the_calibration_may_keep_its_certificate_and_nobody_else() {
        server.addClinic("b");
        assertThat(clinician.page(calibration).text()).doesNotContain("There is no curve yet");
        for (String file : List.of("certificate.pdf", "certificate.json", "points.csv")) {
            String path = calibration + "/" + file;
            assertThat(server.as(Role.AUDITOR, "a").page(path).header("Content-Disposition"))
                    .startsWith("attachment; filename=\"PL-2026-0001");
            assertThat(server.as(Role.PATIENT, "a").page(path).status()).isEqualTo(403);
            assertThat(server.as(Role.CLINICIAN, "b").page(path).status()).isEqualTo(404);
        }
        assertThat(clinician
                        .page(href + "/calibrations/" + "0".repeat(32) + "/certificate.pdf")
                        .status())
                .isEqualTo(404);
    }
}
