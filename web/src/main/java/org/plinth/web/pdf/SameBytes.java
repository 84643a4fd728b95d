package org.plinth.web.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * Takes out of a document what depends on the moment of printing, so that the same content always gives the same bytes: two
 * copies can be compared by their hash. The dates that matter stand in the text.
 */
final class SameBytes {

    private static final String DATES = "(?s)<xmp:(CreateDate|ModifyDate|MetadataDate)>.*?</xmp:\\1>\\s*";

    private SameBytes() {}

    /** Of a document that was printed from this text. */
    static void of(PDDocument document, String text) throws IOException {
        document.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
        document.getDocumentInformation().getCOSObject().removeItem(COSName.MOD_DATE);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            String dated = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
            byte[] undated = dated.replaceAll(DATES, "").getBytes(StandardCharsets.UTF_8);
            document.getDocumentCatalog().setMetadata(new PDMetadata(document, new ByteArrayInputStream(undated)));
        }
        CRC32 id = new CRC32();
        id.update(text.getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(id.getValue());
    }
}
