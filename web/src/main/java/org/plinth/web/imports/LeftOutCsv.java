package org.plinth.web.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plinth.web.export.CsvText;
import org.plinth.web.imports.PreviewRow.Fate;
import org.plinth.web.recordingfile.CsvLines;
import org.plinth.web.recordingfile.RecordingFileException;
import org.plinth.web.text.Texts;

/** Rows that would be left out, as they stand in the file, with the reason in a column more: to be put right and sent again. */
public final class LeftOutCsv {

    private final Texts texts;

    /** In these words. */
    public LeftOutCsv(Texts texts) {
        this.texts = texts;
    }

    /** Writes them; need not close. */
    public void write(Preview preview, byte[] file, OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(writer);
        List<PreviewRow> left = preview.rows().stream()
                .filter(row -> row.fate() != Fate.TRAY && row.fate() != Fate.PATIENT)
                .toList();
        if (preview.found().heads().isEmpty()) {
            csv.writeRecord(texts.text("import.leftout.where"), texts.text("import.leftout.reason"));
            left.forEach(row -> csv.writeRecord(
                    Integer.toString(row.row().member()) + " " + row.row().line(), reason(row)));
        } else {
            table(csv, preview.found().heads(), left, file);
        }
        csv.flush();
    }

    private void table(CsvWriter csv, List<String> heads, List<PreviewRow> left, byte[] file) {
        csv.writeRecord(with(heads, heads.size(), texts.text("import.leftout.reason")));
        Map<Long, PreviewRow> byLine =
                left.stream().collect(Collectors.toMap(row -> row.row().line(), row -> row, (one, other) -> one));
        try {
            CsvLines.each(new ImportFile(file).open(), "", line -> {
                PreviewRow row = byLine.get(line.number());
                if (row != null) {
                    csv.writeRecord(with(line.cells(), heads.size(), reason(row)));
                }
                return true;
            });
        } catch (RecordingFileException e) {
            throw new UncheckedIOException(new IOException(e.getMessage()));
        }
    }

    private static List<String> with(List<String> cells, int width, String more) {
        List<String> all = new ArrayList<>();
        cells.forEach(cell -> all.add(CsvText.inert(cell)));
        while (all.size() < width) {
            all.add("");
        }
        all.add(CsvText.inert(more));
        return all;
    }

    private String reason(PreviewRow row) {
        if (row.fate() != Fate.WRONG) {
            return texts.text("import.fate." + row.fate());
        }
        return row.row().faults().stream()
                .map(fault -> (fault.where(texts) + ": " + fault.what(texts)).strip())
                .collect(Collectors.joining(" "));
    }
}
