package org.plinth.web.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.privacy.Purpose;

/** Every single resource of the sample clinic before HAPI's validator; {@code FhirExportTest} looks at each shape. */
@Tag("soak")
class WholeFhirExportTest {

    @TempDir
    private Path root;

    @Test
    void every_resource_of_the_sample_clinic_is_valid() {
        List<String> wrong = new ArrayList<>();
        long judged = 0;
        try (SampleExport sample = new SampleExport(root.resolve("data"))) {
            FhirJudge judge = new FhirJudge();
            for (boolean named : new boolean[] {true, false}) {
                Path folder = sample.export(
                        root.resolve("export-" + named), named ? Purpose.CARE : Purpose.AUDIT, named, Set.of());
                for (String line : FhirLines.all(folder)) {
                    judged++;
                    judge.errors(line).forEach(error -> wrong.add(error));
                }
            }
        }

        System.out.println("resources judged: " + judged + ", errors: " + wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(judged).isGreaterThan(5000);
    }
}
