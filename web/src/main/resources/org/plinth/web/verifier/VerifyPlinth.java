// The second opinion on an audit log that was exported from Plinth.
//
//     java VerifyPlinth.java EXPORT.zip [--against SEQ-HEAD]... [--key ID]
//
// Needs a JDK, 17 or newer, and nothing else: no Plinth, no network. EXPORT.zip may also be the folder it was unpacked
// to. It shares no code with Plinth, so that a mistake there is not made here again. Read it before you trust it: what it
// checks stands in the order of `check` below; the format is described in Plinth's docs/data-format.md, section 30.
//
// --against is the short form of a checkpoint that you have from elsewhere: the foot of a printed page, a message, a copy on
// another machine. --key is the id of the public key, had from elsewhere. Without them a person who had everything, the
// server, its database, its key and this export, could have made all of it anew.
//
// Exit code: 0 everything holds, 1 something does not (each is named), 2 this is no export, or wrong use.

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

public final class VerifyPlinth {

    static final String ABOUT = "about.json";
    static final String ROWS = "rows.ndjson";
    static final String CHECKPOINTS = "checkpoints.ndjson";
    static final String JOURNALS = "journals.ndjson";
    static final String SUMS = "SHA256SUMS";
    static final String SIGNATURE = "SHA256SUMS.sig";
    static final String ZEROS = "0".repeat(64);
    static final Set<String> ROW_FIELDS = Set.of(
            "seq", "at", "clinic", "actor", "action", "subject", "before", "after", "reason", "from", "previous", "hash");
    static final Set<String> WITHHELD_FIELDS = Set.of("seq", "previous", "hash", "withheld");
    static final int MOST_FAULTS = 200;

    private final Bundle bundle;
    private final PrintStream out;
    private final List<String> against;
    private final String wantedKey;
    private int faults;

    private final Map<String, PublicKey> keys = new TreeMap<>();
    private final Map<Long, List<String[]>> expected = new HashMap<>(); // row -> {name, head}
    private final Map<Long, String> noted = new TreeMap<>(); // checkpoint -> SHA-256 of its line, as the chain says
    private final Map<Long, String> lines = new HashMap<>(); // checkpoint -> SHA-256 of its line, as the file says
    private final Map<String, String[]> sealed = new TreeMap<>(); // recording -> {SHA-256, bytes}, as the chain says
    private long lastSeq;
    private String lastHash = ZEROS;
    private long shown;
    private long withheld;
    private long journals;
    private String lastCheckpoint = "";

    VerifyPlinth(Bundle bundle, PrintStream out, List<String> against, String wantedKey) {
        this.bundle = bundle;
        this.out = out;
        this.against = against;
        this.wantedKey = wantedKey;
    }

    public static void main(String[] arguments) {
        System.exit(run(System.out, arguments));
    }

    /** The same without ending the process. */
    static int run(PrintStream out, String... arguments) {
        List<String> against = new ArrayList<>();
        String key = "";
        String where = "";
        for (int i = 0; i < arguments.length; i++) {
            boolean more = i + 1 < arguments.length;
            if (arguments[i].equals("--against") && more) {
                against.add(arguments[++i].trim().toLowerCase(Locale.ROOT));
            } else if (arguments[i].equals("--key") && more) {
                key = arguments[++i].trim().toLowerCase(Locale.ROOT);
            } else if (where.isEmpty() && !arguments[i].startsWith("--")) {
                where = arguments[i];
            } else {
                return usage(out);
            }
        }
        if (where.isEmpty() || against.stream().anyMatch(one -> !one.matches("\\d{1,18}-[0-9a-f]{16,64}"))) {
            return usage(out);
        }
        try (Bundle bundle = Bundle.open(Path.of(where))) {
            for (String needed : List.of(ABOUT, ROWS, CHECKPOINTS, JOURNALS, SUMS)) {
                if (!bundle.names().contains(needed)) {
                    out.println("This is no whole export of Plinth's audit log: " + needed + " is missing.");
                    return 2;
                }
            }
            return new VerifyPlinth(bundle, out, against, key).check();
        } catch (IOException e) {
            out.println(where + " cannot be read: " + e.getMessage());
            return 2;
        }
    }

    private static int usage(PrintStream out) {
        out.println("Use: java VerifyPlinth.java EXPORT.zip [--against SEQ-HEAD]... [--key ID]");
        out.println("EXPORT.zip may also be the folder it was unpacked to.");
        out.println("SEQ-HEAD is a checkpoint's short form, such as 1234-0123456789abcdef.");
        return 2;
    }

    private int check() throws IOException {
        guarded("the public keys", this::readKeys);
        guarded(CHECKPOINTS, this::readCheckpoints);
        for (String one : against) {
            int dash = one.indexOf('-');
            expect(Long.parseLong(one.substring(0, dash)), "the checkpoint " + one + " that you brought", one.substring(dash + 1));
        }
        guarded(ROWS, this::readRows);
        guarded(ABOUT, this::readAbout);
        compareCheckpoints();
        guarded(JOURNALS, this::readJournals);
        guarded(SUMS, this::readSums);
        conclude();
        return faults == 0 ? 0 : 1;
    }

    private interface Step {
        void run() throws IOException;
    }

    /** A file that cannot be read at all is a fault like others, and the rest is looked at all the same. */
    private void guarded(String what, Step step) {
        try {
            step.run();
        } catch (IOException | Malformed e) {
            fault(what + " cannot be read: " + e.getMessage());
        }
    }

    private void fault(String sentence) {
        faults++;
        if (faults <= MOST_FAULTS) {
            out.println("DOES NOT HOLD: " + sentence);
        }
    }

    // ---- keys

    private void readKeys() throws IOException {
        for (String name : bundle.names()) {
            if (name.startsWith("keys/") && name.endsWith(".pem")) {
                String id = name.substring("keys/".length(), name.length() - ".pem".length());
                readKey(name, id);
            }
        }
        if (keys.isEmpty()) {
            fault("there is no public key: the checkpoints cannot be checked.");
        } else if (!wantedKey.isEmpty() && !keys.containsKey(wantedKey)) {
            fault("the key " + wantedKey + " that you named is not here; here are " + keys.keySet() + ".");
        }
    }

    private void readKey(String name, String id) throws IOException {
        String pem = new String(bundle.bytes(name), StandardCharsets.ISO_8859_1);
        String body = pem.replace("-----BEGIN PUBLIC KEY-----", "").replace("-----END PUBLIC KEY-----", "");
        try {
            byte[] der = Base64.getDecoder().decode(body.replace("\n", ""));
            if (!sha256(der).startsWith(id) || id.length() != 16) {
                fault(name + " holds another key than its name says.");
                return;
            }
            keys.put(id, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            fault(name + " is no public key.");
        }
    }

    // ---- checkpoints

    private void readCheckpoints() throws IOException {
        String[] previous = {ZEROS};
        bundle.lines(CHECKPOINTS, (number, line) -> {
            readCheckpoint(number, line, previous[0]);
            previous[0] = sha256(line.getBytes(StandardCharsets.UTF_8));
        });
    }

    private void readCheckpoint(long number, String line, String previous) {
        String name = CHECKPOINTS + ", line " + number;
        Map<String, Object> one;
        try {
            one = canonicalObject(line);
        } catch (Malformed e) {
            fault(name + " is not as Plinth writes it: " + e.getMessage() + ".");
            return;
        }
        if (!previous.equals(one.get("previous"))) {
            fault(name + " does not follow from the line before: one was taken out, moved or changed.");
        }
        Map<String, Object> statement = new TreeMap<>(one);
        statement.remove("signature");
        PublicKey key = keys.get(String.valueOf(one.get("key")));
        byte[] signed = ("plinth-checkpoint-1\n" + canonical(statement)).getBytes(StandardCharsets.UTF_8);
        if (key == null) {
            fault(name + ": its public key, " + one.get("key") + ", is not here.");
        } else if (!isSigned(key, signed, String.valueOf(one.get("signature")))) {
            fault(name + " is not as it was signed.");
        } else if (one.get("seq") instanceof Long seq && one.get("head") instanceof String head && head.length() == 64) {
            expect(seq, "the checkpoint in line " + number, head);
            if (one.get("number") instanceof Long its) {
                lines.put(its, sha256(line.getBytes(StandardCharsets.UTF_8)));
            }
            lastCheckpoint = seq + "-" + head.substring(0, 16) + " of " + one.get("at") + ", key " + one.get("key");
        } else {
            fault(name + " does not say how far the chain had come.");
        }
    }

    private void expect(long seq, String name, String head) {
        expected.computeIfAbsent(seq, ignored -> new ArrayList<>()).add(new String[] {name, head});
    }

    private void compareCheckpoints() {
        expected.remove(0L);
        new TreeMap<>(expected).forEach((seq, here) -> here.forEach(one -> fault(one[0] + " says that there were "
                + seq + " rows; here are " + lastSeq + ". The end was cut off, or rows before it do not hold.")));
        noted.forEach((number, hash) -> {
            String there = lines.get(number);
            if (there == null) {
                fault("checkpoint " + number + ", which the chain names, is missing from " + CHECKPOINTS + ".");
            } else if (!there.equals(hash)) {
                fault("checkpoint " + number + " is not the one that the chain names.");
            }
        });
    }

    // ---- rows

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void readRows() throws IOException {
        try {
            bundle.lines(ROWS, this::readRow);
        } catch (Stop e) {
            out.println("Rows after it were not looked at: each rests on the one before.");
        }
    }

    private void readRow(long number, String line) {
        String fault = rowFault(number, line);
        if (!fault.isEmpty()) {
            fault("row " + number + " (" + ROWS + ", line " + number + "): " + fault);
            throw new Stop();
        }
    }

    /** What is wrong with a row; empty for nothing. Takes it in where it holds. */
    private String rowFault(long number, String line) {
        Map<String, Object> row;
        try {
            row = canonicalObject(line);
        } catch (Malformed e) {
            return "it is not as it was written: " + e.getMessage() + ".";
        }
        boolean isWithheld = row.containsKey("withheld");
        if (!row.keySet().equals(isWithheld ? WITHHELD_FIELDS : ROW_FIELDS)) {
            return "it has not the fields of a row.";
        }
        if (!Long.valueOf(number).equals(row.get("seq"))) {
            return "its number is " + row.get("seq") + ": a row is missing, was added or was moved.";
        }
        if (!lastHash.equals(row.get("previous"))) {
            return "it does not follow from the row before.";
        }
        String hash = String.valueOf(row.get("hash"));
        if (!hash.matches("[0-9a-f]{64}")) {
            return "its hash is none.";
        }
        if (isWithheld) {
            if (!Boolean.TRUE.equals(row.get("withheld"))) {
                return "it does not say whether it is withheld.";
            }
            withheld++;
        } else {
            Map<String, Object> content = new TreeMap<>(row);
            content.remove("hash");
            content.remove("previous");
            if (!sha256((lastHash + canonical(content)).getBytes(StandardCharsets.UTF_8)).equals(hash)) {
                return "its content is not what was written, or its hash is not.";
            }
            shown++;
            remember(row);
        }
        lastSeq = number;
        lastHash = hash;
        return expectedHere(number, hash);
    }

    private String expectedHere(long number, String hash) {
        List<String[]> here = expected.remove(number);
        if (here != null) {
            for (String[] one : here) {
                if (!hash.startsWith(one[1])) {
                    return "the chain up to here is another one than " + one[0]
                            + " says: something at or before this row was written anew.";
                }
            }
        }
        return "";
    }

    private void remember(Map<String, Object> row) {
        if (!(row.get("after") instanceof String text)) {
            return;
        }
        String subject = String.valueOf(row.get("subject"));
        Map<String, Object> after;
        try {
            after = canonicalObject(text);
        } catch (Malformed e) {
            return; // What stands there is under the hash; it is no object only in rows of other kinds.
        }
        if ("checkpoint.write".equals(row.get("action")) && after.get("number") instanceof Long number) {
            noted.put(number, String.valueOf(after.get("sha256")));
        }
        if (subject.startsWith("recording:") && after.get("seal_sha256") instanceof String sha) {
            sealed.put(
                    subject.substring("recording:".length()),
                    new String[] {sha, String.valueOf(after.get("journal_bytes"))});
        }
    }

    // ---- what the export says of itself

    private void readAbout() throws IOException {
        Map<String, Object> about = canonicalObject(text(bundle.bytes(ABOUT)).strip());
        if (!Long.valueOf(1).equals(about.get("format"))) {
            fault(ABOUT + " names format " + about.get("format") + "; this verifier knows format 1.");
        }
        boolean reached = Long.valueOf(lastSeq).equals(about.get("seq")) && lastHash.equals(about.get("head"));
        if (!reached && faults == 0) {
            fault(ABOUT + " says that the last row is " + about.get("seq") + " with another hash or number than row "
                    + lastSeq + " has here: the end was cut off or changed.");
        } else if (!reached) {
            fault(ABOUT + " names another last row, " + about.get("seq") + ".");
        }
    }

    // ---- journals

    private void readJournals() throws IOException {
        Set<String> listed = new TreeSet<>();
        bundle.lines(JOURNALS, (number, line) -> readJournal(number, line, listed));
        sealed.keySet().stream()
                .filter(recording -> !listed.contains(recording))
                .forEach(recording -> fault("the journal of recording " + recording + " was sealed, and is not in "
                        + JOURNALS + "."));
        for (String name : bundle.names()) {
            if (name.startsWith("journals/") && !listed.contains(recordingOf(name))) {
                fault(name + " is not in " + JOURNALS + ".");
            }
        }
    }

    private static String recordingOf(String name) {
        int dot = name.lastIndexOf('.');
        return name.substring("journals/".length(), dot < 0 ? name.length() : dot);
    }

    private void readJournal(long number, String line, Set<String> listed) {
        String where = JOURNALS + ", line " + number;
        Map<String, Object> one;
        try {
            one = canonicalObject(line);
        } catch (Malformed e) {
            fault(where + " is not as Plinth writes it: " + e.getMessage() + ".");
            return;
        }
        journals++;
        String recording = String.valueOf(one.get("recording"));
        listed.add(recording);
        String[] seal = sealed.get(recording);
        if (seal == null) {
            fault(where + ": the chain has no seal of the journal " + recording + ".");
        } else if (Boolean.TRUE.equals(one.get("missing"))) {
            fault("the journal of recording " + recording + " was sealed, and is missing.");
        } else if (!seal[0].equals(one.get("sha256")) || !seal[1].equals(String.valueOf(one.get("bytes")))) {
            fault("the journal of recording " + recording + " is not the one that was sealed.");
        } else {
            readJournalFile(recording, seal);
        }
    }

    private void readJournalFile(String recording, String[] seal) {
        String name = "journals/" + recording + ".plj";
        if (bundle.names().contains(name)) {
            guarded(name, () -> {
                if (!bundle.hash(name).equals(seal[0])) {
                    fault(name + " is not the journal that was sealed.");
                }
            });
        }
    }

    // ---- checksums

    private void readSums() throws IOException {
        byte[] sums = bundle.bytes(SUMS);
        Map<String, String> named = new LinkedHashMap<>();
        for (String line : text(sums).split("\n", -1)) {
            if (line.matches("[0-9a-f]{64}  [A-Za-z0-9./_-]+")) {
                named.put(line.substring(66), line.substring(0, 64));
            } else if (!line.isEmpty()) {
                fault(SUMS + " has a line that is none: " + named.size() + " were read before it.");
            }
        }
        for (String name : bundle.names()) {
            String sum = named.remove(name);
            if (name.equals(SUMS) || name.equals(SIGNATURE)) {
                continue;
            }
            if (sum == null) {
                fault(name + " is not in " + SUMS + ": it was put in afterwards.");
            } else {
                guarded(name, () -> {
                    if (!bundle.hash(name).equals(sum)) {
                        fault(name + " is not the file that was exported.");
                    }
                });
            }
        }
        named.keySet().forEach(name -> fault(name + " was exported, and is missing."));
        readSignature(sums);
    }

    private void readSignature(byte[] sums) throws IOException {
        if (!bundle.names().contains(SIGNATURE)) {
            fault(SIGNATURE + " is missing.");
            return;
        }
        String line = new String(bundle.bytes(SIGNATURE), StandardCharsets.ISO_8859_1);
        boolean whole = line.matches("[0-9a-f]{16} [0-9a-f]{128}\n");
        PublicKey key = whole ? keys.get(line.substring(0, 16)) : null;
        byte[] purpose = "plinth-export-1\n".getBytes(StandardCharsets.UTF_8);
        byte[] signed = new byte[purpose.length + sums.length];
        System.arraycopy(purpose, 0, signed, 0, purpose.length);
        System.arraycopy(sums, 0, signed, purpose.length, sums.length);
        if (key == null || !isSigned(key, signed, line.substring(17, line.length() - 1))) {
            fault(SUMS + " was not signed by the server as it stands.");
        }
    }

    private void conclude() {
        out.println(shown + " rows hold; " + withheld + " rows of others are withheld, their place in the chain holds.");
        out.println(lines.size() + " checkpoints; " + journals + " journals.");
        out.println("Last row: " + lastSeq + "-" + lastHash.substring(0, 16));
        out.println("Last checkpoint: " + (lastCheckpoint.isEmpty() ? "none" : lastCheckpoint));
        out.println("Keys: " + keys.keySet());
        if (faults > MOST_FAULTS) {
            out.println("... and " + (faults - MOST_FAULTS) + " more.");
        }
        if (faults > 0) {
            out.println(faults + " things do not hold. This export, or the log behind it, is not as it was written.");
        } else if (against.isEmpty()) {
            out.println("Everything holds. Now compare a checkpoint with one that you have from elsewhere (--against): only"
                    + " that shows that not everything was made anew.");
        } else {
            out.println("Everything holds, also against what you brought.");
        }
    }

    // ---- cryptography

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static boolean isSigned(PublicKey key, byte[] what, String signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(what);
            return signature.matches("[0-9a-f]{128}") && check.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    // ---- JSON: one object of texts, whole numbers, booleans and nulls, in the canonical form of RFC 8785

    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why, null, false, false);
        }
    }

    /** Reads an object and insists that the text is its canonical form. Numbers with a fraction stay texts. */
    static Map<String, Object> canonicalObject(String text) {
        Map<String, Object> object = new Reader(text).object();
        if (!canonical(object).equals(text)) {
            throw new Malformed("not in canonical form");
        }
        return object;
    }

    /** A number with a fraction or an exponent, as it was written. */
    private record Decimal(String text) {}

    private static String canonical(Map<String, Object> object) {
        StringBuilder out = new StringBuilder("{");
        new TreeMap<>(object).forEach((name, value) -> {
            out.append(out.length() > 1 ? "," : "");
            quote(out, name);
            out.append(':');
            if (value instanceof String text) {
                quote(out, text);
            } else if (value instanceof Decimal decimal) {
                out.append(decimal.text());
            } else {
                out.append(value == NULL ? "null" : value.toString());
            }
        });
        return out.append('}').toString();
    }

    private static final Object NULL = new Object();

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int known = "\"\\\b\t\n\f\r".indexOf(c);
            if (known >= 0) {
                out.append('\\').append("\"\\btnfr".charAt(known));
            } else if (c < ' ') {
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Map<String, Object> object() {
            Map<String, Object> object = new LinkedHashMap<>();
            want('{');
            if (peek() == '}') {
                at++;
            } else {
                do {
                    String name = string();
                    want(':');
                    if (object.put(name, value()) != null) {
                        throw new Malformed("a name stands in it twice");
                    }
                } while (more());
            }
            if (at != text.length()) {
                throw new Malformed("there is something behind it");
            }
            return object;
        }

        private boolean more() {
            char c = next();
            if (c != ',' && c != '}') {
                throw new Malformed("character " + at + " is not expected");
            }
            return c == ',';
        }

        private Object value() {
            char c = peek();
            if (c == '"') {
                return string();
            }
            int from = at;
            while (at < text.length() && ",}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at);
            if (word.equals("null")) {
                return NULL;
            }
            if (word.equals("true") || word.equals("false")) {
                return word.equals("true");
            }
            if (word.matches("-?(0|[1-9]\\d{0,17})")) {
                return Long.valueOf(word);
            }
            if (word.matches("-?\\d+(\\.\\d+)?(e[+-]\\d+)?")) {
                return new Decimal(word);
            }
            throw new Malformed("character " + (from + 1) + " begins no value");
        }

        private String string() {
            want('"');
            StringBuilder out = new StringBuilder();
            for (char c = next(); c != '"'; c = next()) {
                out.append(c == '\\' ? escaped() : c);
            }
            return out.toString();
        }

        private char escaped() {
            char c = next();
            int known = "\"\\btnfr".indexOf(c);
            if (known >= 0) {
                return "\"\\\b\t\n\f\r".charAt(known);
            }
            if (c != 'u' || at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-f]{4}")) {
                throw new Malformed("character " + at + " is no escape");
            }
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }

        private void want(char wanted) {
            if (next() != wanted) {
                throw new Malformed("character " + at + " is not " + wanted);
            }
        }

        private char peek() {
            if (at >= text.length()) {
                throw new Malformed("it ends too early");
            }
            return text.charAt(at);
        }

        private char next() {
            char c = peek();
            at++;
            return c;
        }
    }

    static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    // ---- the export, packed or unpacked

    interface Line {
        void take(long number, String line);
    }

    abstract static class Bundle implements AutoCloseable {

        static Bundle open(Path path) throws IOException {
            return Files.isDirectory(path) ? new Folder(path) : new Zip(new ZipFile(path.toFile()));
        }

        abstract Set<String> names();

        abstract InputStream stream(String name) throws IOException;

        byte[] bytes(String name) throws IOException {
            try (InputStream in = stream(name)) {
                return in.readAllBytes();
            }
        }

        String hash(String name) throws IOException {
            MessageDigest digest = digest();
            try (InputStream in = stream(name)) {
                byte[] block = new byte[1 << 16];
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                    digest.update(block, 0, n);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        }

        /** Line by line, split at LF alone: a CR belongs to the line, and makes it wrong. A line that is no UTF-8 is empty. */
        void lines(String name, Line line) throws IOException {
            long number = 0;
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            try (InputStream in = new BufferedInputStream(stream(name), 1 << 16)) {
                for (int c = in.read(); c >= 0; c = in.read()) {
                    if (c == '\n') {
                        line.take(++number, textOrNothing(one.toByteArray()));
                        one.reset();
                    } else {
                        one.write(c);
                    }
                }
            }
            if (one.size() > 0) {
                line.take(++number, textOrNothing(one.toByteArray()));
                throw new IOException("its last line, " + number + ", has no end");
            }
        }

        private static String textOrNothing(byte[] bytes) {
            try {
                return text(bytes);
            } catch (CharacterCodingException e) {
                return "";
            }
        }

        @Override
        public abstract void close() throws IOException;
    }

    static final class Folder extends Bundle {
        private final Path root;
        private final Set<String> names = new TreeSet<>();

        Folder(Path root) throws IOException {
            this.root = root;
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> names.add(
                                root.relativize(file).toString().replace('\\', '/')));
            }
        }

        @Override
        Set<String> names() {
            return names;
        }

        @Override
        InputStream stream(String name) throws IOException {
            return Files.newInputStream(root.resolve(name));
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    static final class Zip extends Bundle {
        private final ZipFile zip;
        private final Set<String> names = new TreeSet<>();

        Zip(ZipFile zip) {
            this.zip = zip;
            zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).forEach(names::add);
        }

        @Override
        Set<String> names() {
            return names;
        }

        @Override
        InputStream stream(String name) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException(name + " is missing");
            }
            return zip.getInputStream(entry);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
