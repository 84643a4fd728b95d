package org.plinth.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void ids_are_unique_and_found() {
        assertThat(Metrics.ALL).extracting(Metric::id).doesNotHaveDuplicates();
        assertThat(Metrics.ALL)
                .allSatisfy(metric -> assertThat(Metrics.find(metric.id())).contains(metric));
        assertThat(Metrics.find("nothing_N")).isEmpty();
    }

    @Test
    void every_metric_class_is_listed() throws IOException, URISyntaxException {
        Path classes = Path.of(Metrics.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path here = classes.resolve(Metrics.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(here)) {
            List<String> written = files.map(
                            file -> file.getFileName().toString().replace(".class", ""))
                    .map(MetricsTest::load)
                    .filter(type -> Metric.class.isAssignableFrom(type) && !type.isInterface())
                    .map(Class::getName)
                    .toList();
            assertThat(Metrics.ALL.stream()
                            .map(metric -> metric.getClass().getName())
                            .distinct()
                            .toList())
                    .hasSameElementsAs(written);
        }
    }

    private static Class<?> load(String simpleName) {
        try {
            return Class.forName(Metrics.class.getPackageName() + "." + simpleName);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
