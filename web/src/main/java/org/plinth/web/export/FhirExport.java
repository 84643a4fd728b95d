package org.plinth.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.plinth.web.fhir.BulkTarget;
import org.plinth.web.fhir.FhirBulk;
import org.plinth.web.fhir.FhirSource;
import org.plinth.web.privacy.Purpose;

/**
 * The record as FHIR R4: NDJSON, a file for each kind of resource, and a manifest (data-format 32). Named for care; otherwise under keyed
 * names, with shifted days. Curves go along with names; without, only with the option {@code curves=yes}.
 */
public final class FhirExport implements Export {

    @Override
    public String id() {
        return "fhir";
    }

    @Override
    public Set<String> options() {
        return Set.of("curves");
    }

    @Override
    public void write(ExportGround ground, ExportRequest request, ExportSink sink, ExportProgress progress)
            throws IOException {
        boolean curves = request.option("curves").map("yes"::equals).orElse(request.purpose() == Purpose.CARE);
        FhirSource source = new FhirSource(
                ground.store(), ground.raw(), ground.positions(), ground.pseudonyms()::of, ground.texts());
        FhirSource.Asked asked =
                new FhirSource.Asked(request.clinic(), request.purpose(), request.hidden(), curves, request.at());
        new FhirBulk(source, asked).write(new Target(sink, progress));
    }

    private record Target(ExportSink sink, ExportProgress progress) implements BulkTarget {

        @Override
        public void file(String name, Content content) throws IOException {
            if (sink.has(name) && !name.startsWith("Binary/")) {
                // Kept from a run that was cut off; its lines are counted all the same.
                content.to(OutputStream.nullOutputStream());
            } else {
                sink.file(name, content::to);
            }
        }

        @Override
        public void progress(long done, long total) {
            progress.goOn();
            progress.done("fhir.part.patients", done, total);
        }
    }
}
