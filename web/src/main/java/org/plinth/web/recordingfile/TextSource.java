package org.plinth.web.recordingfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Bytes as text: unpacks gzip, drops the byte order mark, tells UTF-8, UTF-16 and Latin-1 apart, refuses what is not
 * text.
 *
 * @param reader all of the text
 * @param head its beginning, for a look ahead
 */
record TextSource(Reader reader, String head) {

    private static final int HEAD_BYTES = 1 << 16;
    private static final int READ_BYTES = 1 << 16;

    static TextSource open(InputStream in, Problems problems) throws IOException, RecordingFileException {
        byte[] head = in.readNBytes(HEAD_BYTES);
        InputStream all = joined(head, in);
        if (head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
            InputStream unpacked = new Unpacked(new GZIPInputStream(all, READ_BYTES), Unpacked.MOST);
            head = unpacked.readNBytes(HEAD_BYTES);
            all = joined(head, unpacked);
        }
        if (head.length == 0) {
            throw problems.inLine(FileFault.EMPTY, 1);
        }
        Optional<Mark> mark = Mark.of(head);
        Charset charset = mark.isPresent() ? mark.get().charset() : unmarked(head, problems);
        int skipped = mark.map(Mark::length).orElse(0);
        all.skipNBytes(skipped);
        String text = new String(head, skipped, head.length - skipped, charset);
        if (text.isBlank() && head.length < HEAD_BYTES) {
            throw problems.inLine(FileFault.EMPTY, 1);
        }
        return new TextSource(new InputStreamReader(all, charset), text);
    }

    private static InputStream joined(byte[] head, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }

    private static Charset unmarked(byte[] head, Problems problems) throws RecordingFileException {
        int line = 1;
        for (byte b : head) {
            boolean control = b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n' && b != '\f' && b != 0x1a;
            if (control) {
                throw problems.inLine(FileFault.BINARY, line);
            }
            line += b == '\n' ? 1 : 0;
        }
        return isUtf8(head) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    /** A character cut by the end of the head is no fault. */
    private static boolean isUtf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        boolean whole = head.length < HEAD_BYTES;
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), whole)
                .isError();
    }

    /** A byte order mark, in hexadecimal, and what it says. */
    private record Mark(String bytes, Charset charset) {

        private static final List<Mark> ALL = List.of(
                new Mark("efbbbf", StandardCharsets.UTF_8),
                new Mark("fffe", StandardCharsets.UTF_16LE),
                new Mark("feff", StandardCharsets.UTF_16BE));

        static Optional<Mark> of(byte[] head) {
            String start = HexFormat.of().formatHex(head, 0, Math.min(head.length, 3));
            return ALL.stream().filter(mark -> start.startsWith(mark.bytes)).findFirst();
        }

        int length() {
            return bytes.length() / 2;
        }
    }
}
