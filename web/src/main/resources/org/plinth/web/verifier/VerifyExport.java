// Whether a table that was exported from Plinth is still what it was.
//
//     java VerifyExport.java FOLDER-or-ZIP [--key ID]
//
// Needs a JDK, 17 or newer, and nothing else: no Plinth, no network; it shares no code with Plinth. It checks that every file of
// manifest.json is there with its SHA-256, size and number of rows, that nothing is there besides, and that the manifest was
// signed by the key that it carries. That key proves something only if you know its id from elsewhere: say it with --key.
// The format is described in Plinth's docs/data-format.md, section 35.
//
// Exit code: 0 everything holds, 1 something does not (each is named), 2 this is no export, or wrong use.

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

public final class VerifyExport {

    private static final Pattern FILE = Pattern.compile("\\{\\s*\"name\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"sha256\"\\s*:\\s*"
            + "\"([0-9a-f]{64})\"\\s*,\\s*\"bytes\"\\s*:\\s*(\\d+)\\s*(?:,\\s*\"rows\"\\s*:\\s*(\\d+)\\s*)?\\}");
    private static final Pattern KEY = Pattern.compile("\"publicKey\"\\s*:\\s*\"([^\"]+)\"");
    private static final TreeSet<String> BESIDE = new TreeSet<>(List.of("manifest.json", "manifest.sig", "SHA256SUMS", ".plinth-export"));

    /** What is kept of a file. */
    private record Found(String sha256, long bytes, int rows) {}

    private final PrintStream out;
    private final Map<String, Found> found = new TreeMap<>();
    private final Map<String, byte[]> small = new TreeMap<>();
    private int faults;

    private VerifyExport(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(System.out, arguments));
    }

    /** The same without ending the process. */
    static int run(PrintStream out, String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        String wanted = "";
        int at = words.indexOf("--key");
        if (at >= 0 && at + 1 < words.size()) {
            wanted = words.remove(at + 1).trim();
            words.remove(at);
        }
        if (words.size() != 1 || words.get(0).startsWith("--")) {
            out.println("Use: java VerifyExport.java FOLDER-or-ZIP [--key ID]");
            return 2;
        }
        try {
            return new VerifyExport(out).check(Path.of(words.get(0)), wanted);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            out.println("This cannot be read as an export: " + e.getMessage());
            return 2;
        }
    }

    private int check(Path where, String wanted) throws IOException, GeneralSecurityException {
        read(where);
        if (!small.containsKey("manifest.json") || !small.containsKey("manifest.sig")) {
            out.println("This is no whole export: manifest.json or manifest.sig is missing.");
            return 2;
        }
        String manifest = new String(small.get("manifest.json"), StandardCharsets.UTF_8);
        signature(manifest, wanted);
        files(manifest);
        out.println(faults == 0 ? "Everything holds." : faults + " faults.");
        return faults == 0 ? 0 : 1;
    }

    private void fault(String said) {
        faults++;
        out.println("FAULT  " + said);
    }

    private void signature(String manifest, String wanted) throws GeneralSecurityException {
        Matcher pem = KEY.matcher(manifest);
        if (!pem.find()) {
            fault("the manifest carries no key");
            return;
        }
        String body = pem.group(1).replaceAll("-----[A-Z ]+-----", "").replace("\\n", "").replaceAll("\\s", "");
        byte[] der = Base64.getDecoder().decode(body);
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
        String id = HexFormat.of().formatHex(sha256().digest(der)).substring(0, 16);
        String[] signed = new String(small.get("manifest.sig"), StandardCharsets.UTF_8).trim().split(" ", -1);
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(("plinth-manifest-1\n" + manifest).getBytes(StandardCharsets.UTF_8));
        boolean holds = signed.length == 2
                && signed[0].equals(id)
                && signed[1].matches("[0-9a-f]{128}")
                && check.verify(HexFormat.of().parseHex(signed[1]));
        if (!holds) {
            fault("the manifest was not signed by the key that it carries");
        } else if (!wanted.isEmpty() && !wanted.equalsIgnoreCase(id)) {
            fault("signed by the key " + id + ", not by " + wanted);
        } else {
            out.println("Signed by the key " + id + (wanted.isEmpty() ? ": compare it with the one that you know." : "."));
        }
    }

    private void files(String manifest) {
        TreeSet<String> named = new TreeSet<>(BESIDE);
        Matcher file = FILE.matcher(manifest);
        while (file.find()) {
            String name = file.group(1);
            named.add(name);
            Found there = found.get(name);
            if (there == null) {
                fault(name + " is missing");
            } else if (!there.sha256().equals(file.group(2)) || there.bytes() != Long.parseLong(file.group(3))) {
                fault(name + " is another file than the one that was exported");
            } else if (file.group(4) != null && name.endsWith(".csv") && there.rows() != Integer.parseInt(file.group(4))) {
                fault(name + " has " + there.rows() + " rows, not " + file.group(4));
            } else {
                out.println("ok     " + name + (file.group(4) == null ? "" : ", " + file.group(4) + " rows"));
            }
        }
        found.keySet().stream().filter(name -> !named.contains(name)).forEach(name -> fault(name + " was not exported"));
    }

    private void read(Path where) throws IOException {
        if (Files.isDirectory(where)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(where)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    keep(where.relativize(file).toString().replace('\\', '/'), in);
                }
            }
            return;
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(where), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    if (found.containsKey(entry.getName())) {
                        fault(entry.getName() + " is in the archive twice");
                    }
                    keep(entry.getName(), zip);
                }
            }
        }
    }

    private void keep(String name, InputStream in) throws IOException {
        MessageDigest digest = sha256();
        long bytes = 0;
        int lines = 0;
        boolean quoted = false;
        boolean open = false;
        java.io.ByteArrayOutputStream kept = new java.io.ByteArrayOutputStream();
        byte[] buffer = new byte[65_536];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
            bytes += n;
            for (int i = 0; i < n; i++) {
                quoted ^= buffer[i] == '"';
                boolean end = buffer[i] == '\n' && !quoted;
                lines += end ? 1 : 0;
                open = !end;
            }
            if (name.startsWith("manifest.")) {
                kept.write(buffer, 0, n);
            }
        }
        if (name.startsWith("manifest.")) {
            small.put(name, kept.toByteArray());
        }
        found.put(name, new Found(HexFormat.of().formatHex(digest.digest()), bytes, lines + (open ? 1 : 0) - 1));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
