package org.plinth.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent back.
 *
 * @param status of HTTP
 * @param headers without those that every reply has
 * @param body what follows them
 */
public record Reply(int status, Map<String, String> headers, Body body) {

    /** Copies the headers. */
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** What follows the headers. */
    public sealed interface Body {}

    /**
     * A body that is there.
     *
     * @param bytes all of it; not copied, so do not change it
     */
    @SuppressWarnings("ArrayRecordComponent") // Replies are not compared, and a page is not worth a second copy.
    public record Whole(byte[] bytes) implements Body {}

    /**
     * A body that is made while it is sent; for what may be large.
     *
     * @param writer makes it
     */
    public record Streamed(Writer writer) implements Body {}

    /**
     * A part of a file that stays.
     *
     * @param file which
     * @param from first byte
     * @param length how many
     */
    record Kept(SealedFile file, long from, long length) implements Body {}

    /** Makes a body. Called once, on a worker thread; a write waits while the receiver is slow. */
    @FunctionalInterface
    public interface Writer {

        /** Writes all of it; need not close. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** A page. */
    public static Reply html(String page) {
        return text("text/html; charset=utf-8", page);
    }

    /** A chart. */
    public static Reply svg(String image) {
        return text("image/svg+xml; charset=utf-8", image);
    }

    /** JSON. */
    public static Reply json(JsonNode value) {
        return text("application/json; charset=utf-8", value.toString());
    }

    /** Text of any type. */
    public static Reply text(String contentType, String text) {
        return new Reply(200, Map.of("Content-Type", contentType), new Whole(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** See other: what a form answers when it has done its work. */
    public static Reply seeOther(String path) {
        return new Reply(303, Map.of("Location", path), new Whole(new byte[0]));
    }

    /** Done, and nothing to say. */
    public static Reply noContent() {
        return new Reply(204, Map.of(), new Whole(new byte[0]));
    }

    /** What the caller has under this entity tag is still so. It counts as shown: it is noted like the answer that it stands for. */
    public static Reply notModified(String tag) {
        return new Reply(304, Map.of(), new Whole(new byte[0])).withEtag(tag);
    }

    /**
     * A file to keep.
     *
     * @param fileName with nothing of a patient in it
     */
    public static Reply download(String contentType, String fileName, Writer writer) {
        return new Reply(
                200,
                Map.of(
                        "Content-Type",
                        contentType,
                        "Content-Disposition",
                        "attachment; filename=\"" + harmless(fileName) + "\""),
                new Streamed(writer));
    }

    /**
     * A file that stays for a while: whole, or the part that {@code Range} asks for (RFC 9110, 14), so that a download that was
     * cut off can go on. Of several parts, which nobody needs here, all is sent.
     *
     * @param fileName with nothing of a patient in it
     * @param tag of this very file: a part is sent only where {@code If-Range} is absent or has it
     */
    public static Reply kept(Request request, String contentType, String fileName, SealedFile file, String tag) {
        Optional<ByteRange.Asked> asked = request.header("If-Range")
                        .filter(of -> !of.equals('"' + tag + '"'))
                        .isPresent()
                ? Optional.empty()
                : request.header("Range").flatMap(range -> ByteRange.of(range, file.size()));
        Reply whole = new Reply(
                        200,
                        Map.of(
                                "Content-Type",
                                contentType,
                                "Content-Disposition",
                                "attachment; filename=\"" + harmless(fileName) + '"',
                                // Compressed on the way, its bytes could not be counted.
                                "Content-Encoding",
                                "identity",
                                "Accept-Ranges",
                                "bytes"),
                        new Kept(file, 0, file.size()))
                .withEtag(tag);
        return asked.map(part -> part.reply(whole, file)).orElse(whole);
    }

    /** Of the letters that every system allows, and no hidden file. */
    static String harmless(String fileName) {
        String plain = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.startsWith(".") || plain.isEmpty() ? "_" + plain : plain;
    }

    /** The same with another status. */
    public Reply withStatus(int newStatus) {
        return new Reply(newStatus, headers, body);
    }

    /** The same with a header more. */
    public Reply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }

    /**
     * The same with an entity tag. A {@code GET} whose {@code If-None-Match} has it is answered 304 without the body,
     * and a browser may keep the body as long as it asks each time.
     */
    public Reply withEtag(String tag) {
        return withHeader("ETag", '"' + tag + '"');
    }
}
