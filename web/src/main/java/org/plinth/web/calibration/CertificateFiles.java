package org.plinth.web.calibration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.plinth.web.chart.ResidualChart;
import org.plinth.web.chart.ResidualPlot;
import org.plinth.web.pdf.Paper;
import org.plinth.web.pdf.PdfDocuments;
import org.plinth.web.text.Texts;

/** A certificate as PDF and as JSON. */
public final class CertificateFiles {

    private CertificateFiles() {}

    /** The PDF's bytes. */
    public static byte[] pdf(Certificate certificate, Texts texts) {
        ResidualPlot plot = ResidualPlots.of(certificate.evaluation(), texts);
        ResidualChart chart = new ResidualChart(texts);
        return new PdfDocuments()
                .render(
                        Paper.TEMPLATE,
                        new CertificatePaper(certificate, texts).paper(),
                        Map.of(CertificatePaper.RESIDUALS, (canvas, room) -> chart.draw(plot, canvas, room)));
    }

    /** The JSON's bytes, UTF-8, with a line end. */
    public static byte[] json(Certificate certificate, Texts texts) {
        return (CertificateJson.of(certificate, texts) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Writes {@code OUT.pdf}, and {@code OUT.json} beside it; whether both are there. A PDF is whole or not there. */
    public static boolean write(Path pdf, Certificate certificate, Texts texts) {
        String name = pdf.getFileName().toString().replaceFirst("(?i)\\.pdf$", "");
        byte[] pdfBytes = pdf(certificate, texts);
        byte[] jsonBytes = json(certificate, texts);
        Path part = pdf.resolveSibling("." + name + ".part");
        try {
            Files.write(part, pdfBytes);
            Files.write(pdf.resolveSibling(name + ".json"), jsonBytes);
            Files.move(part, pdf, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
