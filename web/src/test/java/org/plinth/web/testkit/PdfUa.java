package org.plinth.web.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Reads a PDF by veraPDF against every rule of PDF/UA-1 (ISO 14289-1) that a machine can check. */
public final class PdfUa {

    private PdfUa() {}

    /** Fails with the rules that are broken, and where. */
    public static void assertAccessible(byte[] pdf) {
        assertThat(broken(pdf)).as("rules of PDF/UA-1 that are broken").isEmpty();
    }

    /** The rules that are broken, each with its place; empty for a document that keeps them. */
    public static List<String> broken(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage() + " at "
                            + assertion.getLocation().getContext())
                    .distinct()
                    .toList();
        } catch (Exception e) {
            throw new AssertionError("veraPDF cannot read the document", e);
        }
    }
}
