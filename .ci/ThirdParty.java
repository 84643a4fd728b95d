import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Writes THIRD-PARTY.md, every part that ships with its licence and the licence's text, and fails on a licence that may
 * not ship.
 *
 * <p>{@code java .ci/ThirdParty.java SBOM.xml CLASS-PATH LICENCE-TEXTS OUTPUT}. The names come from the bill of
 * materials; the jars of the class path are what really ships, and a jar that the bill does not name is a fault.
 */
final class ThirdParty {

    /** The words that projects use for one licence, in the words of the SPDX list. */
    private static final Map<String, String> SAME_AS = Map.of(
            "GNU Lesser General Public Licence", "LGPL-2.1-or-later",
            "EPL 1.0", "EPL-1.0",
            "Apache Software License 2.0", "Apache-2.0",
            "The W3C License", "W3C",
            "Bouncy Castle Licence", "MIT",
            "Eclipse Distribution License - v 1.0", "BSD-3-Clause",
            "GPL2 w/ CPE", "GPL-2.0-with-classpath-exception",
            "The GNU General Public License (GPL), Version 2, With Classpath Exception", "GPL-2.0-with-classpath-exception");

    private static final List<String> MAY_SHIP = List.of(
            "Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "CC0-1.0", "EPL-1.0", "EPL-2.0",
            "MPL-1.1", "MPL-2.0", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "SAX-PD",
            "W3C", "Unicode-3.0", "Unicode-DFS-2016", "GPL-2.0-with-classpath-exception");

    /** May stand beside a licence that may ship: then that one is taken. */
    private static final Pattern GPL = Pattern.compile("A?GPL-.*");

    private static final Pattern LICENCE_FILE =
            Pattern.compile("(META-INF/|license/)*((LICEN[SC]E|COPYING|NOTICE)[^/]*|licenses/.+/LICEN[SC]E[^/]*)");

    private record Part(String group, String name, String version, List<String> licences) {
        String id() {
            return group + ":" + name + ":" + version;
        }

        String jar() {
            return name + "-" + version + ".jar";
        }
    }

    public static void main(String[] args) throws Exception {
        List<Part> parts = parts(Path.of(args[0]));
        Map<String, Path> jars = jars(args[1]);
        List<String> faults = new ArrayList<>();
        parts.forEach(part -> faultOf(part).ifPresent(faults::add));
        for (String jar : jars.keySet()) {
            if (parts.stream().noneMatch(part -> part.jar().equals(jar))) {
                faults.add(jar + " ships, but the bill of materials does not name it in this version");
            }
        }
        if (!Files.isRegularFile(Path.of(args[0].replaceFirst("\\.xml$", ".json")))) {
            faults.add("the bill of materials is missing as JSON, which ships (CONTRIBUTING.md)");
        }
        if (parts.isEmpty()) {
            faults.add("the bill of materials names no part at all");
        }
        if (!faults.isEmpty()) {
            faults.forEach(fault -> System.err.println("Third party: " + fault));
            System.exit(1);
        }
        Files.writeString(Path.of(args[3]), page(parts, jars, Path.of(args[2])));
    }

    private static Optional<String> faultOf(Part part) {
        if (part.licences.isEmpty()) {
            return Optional.of(part.id() + " names no licence");
        }
        List<String> others =
                part.licences.stream().filter(licence -> !MAY_SHIP.contains(licence)).toList();
        boolean oneMayShip = others.size() < part.licences.size();
        if (others.isEmpty() || oneMayShip && others.stream().allMatch(other -> GPL.matcher(other).matches())) {
            return Optional.empty();
        }
        return Optional.of(part.id() + " is under " + String.join(", ", others) + ", which may not ship (CONTRIBUTING.md)");
    }

    private static List<Part> parts(Path bill) throws Exception {
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bill.toFile()).getDocumentElement();
        List<Part> parts = new ArrayList<>();
        for (Element component : children(child(root, "components").orElseThrow(), "component")) {
            String group = text(component, "group");
            if (!group.equals("org.plinth")) {
                parts.add(new Part(group, text(component, "name"), text(component, "version"), licences(component)));
            }
        }
        parts.sort(java.util.Comparator.comparing(Part::id));
        return parts;
    }

    private static List<String> licences(Element component) {
        List<String> found = new ArrayList<>();
        child(component, "licenses").ifPresent(all -> {
            for (Element licence : children(all, "license")) {
                String said = text(licence, "id").isEmpty() ? text(licence, "name") : text(licence, "id");
                found.add(SAME_AS.getOrDefault(said, said));
            }
            children(all, "expression").forEach(e -> found.addAll(List.of(e.getTextContent().split(" OR "))));
        });
        return found;
    }

    /** The jars that ship, by file name; folders on the class path are Plinth itself. */
    private static Map<String, Path> jars(String classPath) {
        Map<String, Path> jars = new TreeMap<>();
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator))) {
            Path path = Path.of(entry);
            String name = path.getFileName().toString();
            if (name.endsWith(".jar") && !name.startsWith("plinth-")) {
                jars.put(name, path);
            }
        }
        return jars;
    }

    private static String page(List<Part> parts, Map<String, Path> jars, Path texts) throws IOException {
        StringBuilder page = new StringBuilder("# Parts by others\n\nPlinth itself is under the Apache License 2.0"
                + " (LICENSE). It ships with these parts, unchanged:\n\n| part | version | licence |\n|---|---|---|\n");
        Map<String, TreeSet<String>> users = new LinkedHashMap<>();
        for (Part part : parts) {
            page.append("| ").append(part.group).append(':').append(part.name).append(" | ").append(part.version)
                    .append(" | ").append(String.join(", ", part.licences)).append(" |\n");
            textsOf(jars.get(part.jar())).forEach(text ->
                    users.computeIfAbsent(text, t -> new TreeSet<>()).add(part.name));
        }
        page.append("| DejaVu Sans and DejaVu Sans Bold | 2.37 | Bitstream Vera, Arev; changes in the public domain |\n")
                .append("\nOf several licences the first that allows it is taken. Where a licence asks for the source: each")
                .append(" part's source is at Maven Central under the part's name and version, with the ending")
                .append(" `-sources.jar`, and it may be exchanged for another version in the folder `lib`.\n");
        for (Path text : sorted(texts)) {
            String name = text.getFileName().toString().replaceFirst("\\.txt$", "");
            section(page, name, Files.readString(text));
        }
        users.forEach((text, names) -> section(page, "From " + String.join(", ", names), text));
        return page.toString();
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void section(StringBuilder page, String title, String text) {
        page.append("\n## ").append(title).append("\n\n````text\n")
                .append(text.replace("\r\n", "\n").stripTrailing()).append("\n````\n");
    }

    /** Licences and notices inside the jar, without the Apache text, which stands once as Apache-2.0. */
    private static List<String> textsOf(Path jar) throws IOException {
        List<String> found = new ArrayList<>();
        if (jar == null) {
            return found;
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            List<ZipEntry> entries = file.stream()
                    .filter(entry -> !entry.isDirectory() && LICENCE_FILE.matcher(entry.getName()).matches())
                    .map(ZipEntry.class::cast).sorted(java.util.Comparator.comparing(ZipEntry::getName)).toList();
            for (ZipEntry entry : entries) {
                String text = new String(file.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                if (!text.stripLeading().startsWith("Apache License") || text.length() > 12_500) {
                    found.add(text);
                }
            }
        }
        return found;
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return child(parent, name).map(Element::getTextContent).map(String::strip).orElse("");
    }
}
