package org.plinth.web.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.characteristic.ResolutionStep;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.calibration.evaluation.EvaluationOutcome.Evaluated;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.LoadingMode;
import org.plinth.calibration.run.ReadingUnit;
import org.plinth.calibration.uncertainty.BudgetInputs;
import org.plinth.web.chart.ResidualChart;
import org.plinth.web.testkit.PdfUa;
import org.plinth.web.text.Texts;

/** What ISO/IEC 17025:2017 §7.8 asks of a certificate, read back from the PDF. */
class CertificateTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/calibrate");
    private static final Texts TEXTS = Texts.bundled();

    private static PDDocument document = new PDDocument();
    private static String text = "";

    private static FitRequest request(Optional<CertificateDetails> details) {
        return new FitRequest(
                PointsFile.read(GOLDEN.resolve("gold7.csv")),
                CurveModel.LINEAR,
                LocalGravity.at(51.24, 60),
                new ReferenceUncertainty.NotStated(),
                ReadingUnit.COUNT,
                LoadingMode.PULL,
                BudgetInputs.usual(ResolutionStep.oneCount()),
                details);
    }

    private static Evaluation evaluation(FitRequest request) {
        return ((Evaluated) request.evaluate()).evaluation();
    }

    private static byte[] pdf(Optional<CertificateDetails> details) {
        FitRequest request = request(details);
        return CertificateFiles.pdf(Certificate.of(request, evaluation(request), "1.0-test"), TEXTS);
    }

    @BeforeAll
    static void print() throws IOException {
        byte[] bytes = pdf(CertificateDetails.read(GOLDEN.resolve("details.json")));
        PdfUa.assertAccessible(bytes);
        document = Loader.loadPDF(bytes);
        text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    @Test
    void it_says_what_it_is_and_every_page_has_its_number() {
        assertThat(text).contains("Calibration certificate", "No. PC-");
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            assertThat(text).contains("page " + page + " of " + document.getNumberOfPages());
        }
    }

    @Test
    void it_says_who_what_and_when() {
        assertThat(text)
                .contains("Sample bench, Physiotherapy Example Street (sample data)")
                .contains("Sample clinic (sample data)")
                .contains("SAMPLE-0001")
                .contains("steel hook 40 g; webbing strap")
                .contains("2026-03-01", "2026-03-02", "2026-03-03")
                .contains("Sample Technician", "Sample Approver");
    }

    @Test
    void it_says_how_and_where() {
        assertThat(text)
                .contains("JCGM 100:2008")
                .contains("Pull (tension)")
                .contains("21.4 °C", "47 %", "1008 hPa", "0.6 K")
                .contains("9.81162 m/s² from latitude and height")
                .contains("air 1.200 kg/m³");
    }

    @Test
    void it_leads_to_the_reference_masses() {
        assertThat(text)
                .contains("Expanded uncertainty of the loads: 0.002 % of the load (k = 2).")
                .contains("SAMPLE-C-1", "SAMPLE-C-2", "9.99997");
    }

    @Test
    void it_gives_results_with_units_and_uncertainty() {
        assertThat(text)
                .contains("F = 0.03812201 N + 0.01165597 N/count · x")
                .contains("Applied (N) Indicated (N) Error (N) U, k = 2 (N) Conformity")
                .contains("196.20 196.17 -0.03 0.19 pass");
    }

    @Test
    void it_says_how_it_decided_and_claims_nothing_beyond() {
        assertThat(text)
                .contains("Reported in ISO 376 terms against ISO 7500-1 class 1 limits.")
                .contains("No class of ISO 376 and no accreditation is claimed.")
                .contains("Decision rule: pass if the error is at most limit less U")
                .contains("As found, with the calibration that the sensor used until now: fail.")
                .contains("As left, with the curve of this certificate: pass.")
                .contains("The results relate only to the item calibrated.")
                .contains("Reproduce this certificate in full only");
    }

    @Test
    void it_holds_every_reading() {
        assertThat(text).contains("43 3 down 5 kg 49.051 4218.2");
    }

    @Test
    void it_is_tagged_has_a_language_a_title_and_no_link_and_carries_its_fonts() {
        assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        assertThat(document.getDocumentInformation().getTitle()).startsWith("Calibration certificate No. PC-");
        for (PDPage page : document.getPages()) {
            assertThat(page.getCOSObject().containsKey(COSName.ANNOTS)).isFalse();
            page.getResources().getFontNames().forEach(name -> assertThat(font(page, name))
                    .endsWith(" true"));
        }
    }

    private static String font(PDPage page, COSName name) {
        try {
            var font = page.getResources().getFont(name);
            return font.getName() + " " + font.isEmbedded();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void it_has_no_date_of_printing_and_the_same_points_give_the_same_bytes() throws IOException {
        Optional<CertificateDetails> details = CertificateDetails.read(GOLDEN.resolve("details.json"));

        assertThat(document.getDocumentInformation().getCreationDate()).isNull();
        assertThat(document.getDocumentInformation().getModificationDate()).isNull();
        assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                .contains("pdfuaid")
                .doesNotContain("Date>");
        assertThat(pdf(details)).isEqualTo(pdf(details));
    }

    @Test
    void what_nobody_stated_is_said_to_be_not_stated() throws IOException {
        try (PDDocument bare = Loader.loadPDF(pdf(Optional.empty()))) {
            String words = new PDFTextStripper().getText(bare).replaceAll("\\s+", " ");
            assertThat(words)
                    .contains("Customer Not stated")
                    .contains("Serial number Not stated")
                    .contains(
                            "The uncertainty of the loads was not stated. Every uncertainty on this certificate is a lower bound.")
                    .contains("As found: it had no calibration before, or the factor that it used was not stated")
                    .contains("Verdict: cannot tell.")
                    .contains("Not included, because it was not stated or not measured: Reference loads.");
        }
    }

    @Test
    void details_that_are_no_details_are_none() {
        assertThat(CertificateDetails.read(GOLDEN.resolve("gold7.csv"))).isEmpty();
        assertThat(CertificateDetails.read(GOLDEN.resolve("nowhere.json"))).isEmpty();
    }

    @Test
    void the_plot_is_there_for_the_screen_too() {
        String svg = new ResidualChart(TEXTS)
                .svg(ResidualPlots.of(evaluation(request(Optional.empty())), TEXTS), false, false, "r1-");
        assertThat(svg)
                .contains("Applied force (N)", "Curve less applied (N)")
                .contains("the mean of a load lies at most 0.039 N from the curve")
                .doesNotContain(" style=");
    }
}
