package org.plinth.web.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads our own pages, whose markup is well formed: elements with their attributes, and each text with what it stands in. */
public final class Html {

    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>|<!--.*?-->|<!doctype[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)(?:=\"([^\"]*)\")?");
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "img", "source");

    private final List<Text> texts = new ArrayList<>();
    private final List<Element> elements = new ArrayList<>();

    /** An element. */
    public record Element(String name, Map<String, String> attributes, StringBuilder content) {

        public String attribute(String key) {
            return attributes.getOrDefault(key, "");
        }

        public boolean has(String key) {
            return attributes.containsKey(key);
        }

        /** All text in it, as it is read. */
        public String text() {
            return content.toString().replaceAll("\\s+", " ").strip();
        }
    }

    /** A text and the elements round it, the innermost first. */
    public record Text(String text, List<Element> inside) {}

    private Html(String page) {
        Deque<Element> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(page);
        int done = 0;
        while (tags.find()) {
            text(page.substring(done, tags.start()), open);
            done = tags.end();
            if (tags.group(2) != null) {
                tag(tags, open);
            }
        }
        text(page.substring(done), open);
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("not closed: " + open.peek());
        }
    }

    public static Html of(String page) {
        return new Html(page);
    }

    public List<Text> texts() {
        return texts;
    }

    /** Elements of this name. */
    public List<Element> all(String name) {
        return elements.stream().filter(element -> element.name().equals(name)).toList();
    }

    /** The one with this id. */
    public Optional<Element> withId(String id) {
        return elements.stream()
                .filter(element -> element.attribute("id").equals(id))
                .findFirst();
    }

    private void tag(Matcher tag, Deque<Element> open) {
        String name = tag.group(2);
        if (!tag.group(1).isEmpty()) {
            Element closed = open.pop();
            if (!closed.name().equals(name)) {
                throw new IllegalArgumentException(name + " closes " + closed);
            }
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher each = ATTRIBUTE.matcher(tag.group(3));
        while (each.find()) {
            attributes.put(each.group(1), each.group(2) == null ? "" : plain(each.group(2)));
        }
        Element element = new Element(name, attributes, new StringBuilder());
        elements.add(element);
        if (!VOID.contains(name)) {
            open.push(element);
        }
    }

    private void text(String raw, Deque<Element> open) {
        String text = plain(raw);
        for (Iterator<Element> each = open.iterator(); each.hasNext(); ) {
            each.next().content().append(text);
        }
        if (!text.isBlank()) {
            texts.add(new Text(text, List.copyOf(open)));
        }
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
