package org.plinth.web.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every fault that an operator can be told has its text, and every text is told. */
class StoreTextsTest {

    private static final Pattern KEY = Pattern.compile("\"(store\\.[a-z0-9-]+)\"");

    @Test
    void keys_in_code_are_keys_in_the_catalogue() throws Exception {
        Set<String> used = new TreeSet<>();
        for (String folder : new String[] {"config", "store"}) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/plinth/web", folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = KEY.matcher(Files.readString(file));
                    while (matcher.find()) {
                        used.add(matcher.group(1));
                    }
                }
            }
        }

        assertThat(catalogue().stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    }

    private static Properties catalogue() throws Exception {
        Properties texts = new Properties();
        try (InputStream in = StoreTextsTest.class.getResourceAsStream("/org/plinth/web/text/texts-store.properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
