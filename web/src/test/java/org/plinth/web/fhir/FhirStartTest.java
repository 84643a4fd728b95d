package org.plinth.web.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.testkit.ChildJvm;

@Tag("slow")
class FhirStartTest {

    @Test
    void nothing_of_hapi_is_loaded_before_the_first_question() throws IOException, InterruptedException {
        assertThat(loaded()).contains("org.plinth.web.fhir.FhirRoutes").doesNotContain("ca.uhn.fhir", "org.hl7.fhir");
        assertThat(loaded("and the desk")).contains("ca.uhn.fhir", "org.hl7.fhir");
    }

    private static String loaded(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder child = ChildJvm.of(NothingOfFhirAtStart.class, arguments);
        child.command().addAll(1, List.of("-Xlog:class+load", "-Djava.awt.headless=true"));
        Process process = child.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
