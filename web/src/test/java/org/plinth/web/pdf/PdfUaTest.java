package org.plinth.web.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.plinth.web.testkit.PdfUa;

/** The checker of our papers does find what is wrong. */
class PdfUaTest {

    @Test
    void a_document_without_tags_title_and_language_is_found_out() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument bare = new PDDocument()) {
            bare.addPage(new PDPage());
            bare.save(out);
        }

        assertThat(PdfUa.broken(out.toByteArray()))
                .anyMatch(rule -> rule.startsWith("6.2-1 "))
                .anyMatch(rule -> rule.startsWith("7.1-11 "));
    }
}
