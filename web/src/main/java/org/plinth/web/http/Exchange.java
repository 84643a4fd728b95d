package org.plinth.web.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request with its body in, as a worker thread sees it. */
final class Exchange implements Request {

    private static final Pattern VERSION = Pattern.compile("\"?(\\d{1,9})\"?");
    private static final String VERSION_FIELD = "version";

    private final RoutingContext context;
    private final Optional<Who> caller;
    private final Instant at;
    private final String address;

    Exchange(RoutingContext context, Optional<Who> caller, Instant at, String address) {
        this.context = context;
        this.caller = caller;
        this.at = at;
        this.address = address;
    }

    @Override
    public Optional<Who> caller() {
        return caller;
    }

    @Override
    public String path(String name) {
        String value = context.pathParam(name);
        if (value == null) {
            throw HttpFailure.notFound();
        }
        return value;
    }

    @Override
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        context.queryParams().forEach((name, value) -> all.computeIfAbsent(name, key -> new ArrayList<>())
                .add(value));
        return all;
    }

    @Override
    public Fields query() {
        return Fields.ofForm(once(context.queryParams()));
    }

    @Override
    public Fields fields(String... known) {
        if (isJson()) {
            return Fields.ofJson(Json.read(bodyText())).only(known);
        }
        Map<String, String> form = once(context.request().formAttributes());
        form.remove(Door.CSRF_FIELD);
        form.remove(VERSION_FIELD);
        if (form.isEmpty() && !isForm() && length() > 0) {
            throw new HttpFailure(415, "NOT_JSON", Optional.empty(), "http.body.type");
        }
        return Fields.ofForm(form).only(known);
    }

    @Override
    public List<Upload> uploads() {
        return context.fileUploads().stream()
                .map(file -> new Upload(file.name(), file.fileName(), Path.of(file.uploadedFileName()), file.size()))
                .toList();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.request().getHeader(name));
    }

    @Override
    public int versionSeen() {
        String shown = header("If-Match")
                .or(() -> Optional.ofNullable(context.request().getFormAttribute(VERSION_FIELD)))
                .orElseThrow(() -> new BadRequest("If-Match", "http.field.missing"));
        return version(shown);
    }

    /** The version in an {@code If-Match} header. */
    static int version(String shown) {
        Matcher matcher = VERSION.matcher(shown.strip());
        if (!matcher.matches()) {
            throw new BadRequest("If-Match", "http.field.version");
        }
        return Integer.parseInt(matcher.group(1));
    }

    @Override
    public Instant at() {
        return at;
    }

    @Override
    public String address() {
        return address;
    }

    /** The CSRF token that came with it: header first, then form. */
    Optional<String> tokenShown() {
        return header(Door.CSRF_HEADER)
                .or(() -> Optional.ofNullable(context.request().getFormAttribute(Door.CSRF_FIELD)));
    }

    private String bodyText() {
        Buffer body = context.body().buffer();
        byte[] bytes = body == null ? new byte[0] : body.getBytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw BadRequest.unreadable("http.body.noJson");
        }
    }

    private int length() {
        return Math.max(0, context.body().length());
    }

    private boolean isJson() {
        return mediaType().equals("application/json");
    }

    private boolean isForm() {
        return mediaType().equals("application/x-www-form-urlencoded")
                || mediaType().equals("multipart/form-data");
    }

    private String mediaType() {
        return mediaType(header("Content-Type").orElse(""));
    }

    /** The type in a {@code Content-Type} header, without its parameters. */
    static String mediaType(String header) {
        int end = header.indexOf(';');
        return header.substring(0, end < 0 ? header.length() : end).strip().toLowerCase(Locale.ROOT);
    }

    /** Fields by name; one sent twice could mean either, so it is refused. */
    private static Map<String, String> once(MultiMap fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (values.put(name, value) != null) {
                throw new BadRequest(name, "http.field.twice");
            }
        });
        return values;
    }
}
