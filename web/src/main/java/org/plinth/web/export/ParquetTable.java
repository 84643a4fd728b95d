package org.plinth.web.export;

import com.jerolba.carpet.CarpetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.plinth.web.hash.Unclosed;

/**
 * A Parquet file of records, written row by row. Row groups are small, so that memory does not grow with the number of rows;
 * compressed by the JDK's own gzip, so that nothing native is loaded. The same rows give the same bytes.
 */
final class ParquetTable {

    private static final long ROW_GROUP_BYTES = 8L << 20;
    private static final int PAGE_BYTES = 256 << 10;

    private ParquetTable() {}

    /** Takes rows. */
    interface Rows<T> {

        /** One more. */
        void add(T row) throws IOException;
    }

    /** Gives all rows to whoever takes them. */
    interface Source<T> {

        /** One after another. */
        void to(Rows<T> rows) throws IOException;
    }

    /** Writes the file; does not close {@code out}. */
    static <T> void write(OutputStream out, Class<T> type, Source<T> source) throws IOException {
        try (CarpetWriter<T> writer = new CarpetWriter.Builder<>(new Unclosed(out), type)
                .withCompressionCodec(CompressionCodecName.GZIP)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withPageSize(PAGE_BYTES)
                .build()) {
            source.to(row -> {
                try {
                    writer.write(row);
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            });
        }
    }
}
