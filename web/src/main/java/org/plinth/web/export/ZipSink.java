package org.plinth.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.plinth.web.hash.SummedZip;

/** An export as a ZIP archive, with the checksums of all files at its end. The same files give the same bytes. One thread. */
public final class ZipSink implements ExportSink {

    private final SummedZip zip;

    /** Into this stream, which stays open. */
    public ZipSink(OutputStream out) {
        zip = new SummedZip(out);
    }

    @Override
    public void file(String name, Writer writer) throws IOException {
        if (name.equals(SummedZip.SUMS)) {
            throw new IllegalArgumentException(name + " is written at the end, of all files");
        }
        zip.add(name, writer::to);
    }

    @Override
    public Map<String, String> sums() {
        return zip.sums();
    }

    /** Writes the checksums and the end of the archive. */
    public void finish() throws IOException {
        zip.text(SummedZip.SUMS, zip.sumLines());
        zip.finish();
    }
}
