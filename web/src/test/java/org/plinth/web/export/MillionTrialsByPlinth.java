package org.plinth.web.export;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.testkit.VisitFloorKit;

/** Writes {@code trials.csv} of the one clinic in a data folder, and says how long it took. */
final class MillionTrialsByPlinth {

    private MillionTrialsByPlinth() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        try (VisitFloorKit kit = VisitFloorKit.open(data);
                OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
            Clinic clinic =
                    kit.database().read(stores -> stores.clinics().all()).get(0);
            ExportGround ground = ExportKit.ground(kit, data);
            ExportRequest request = ExportKit.request(clinic, Purpose.AUDIT, Set.of());
            long start = System.nanoTime();
            new TrialsCsv(ground, request, RawRows.of(ground.store(), request), new RawKeys(ground.pseudonyms()))
                    .write(out, ExportProgress.NONE);
            System.out.println(OwnMemory.said(System.nanoTime() - start));
        }
        System.exit(0);
    }
}
