package org.plinth.web.export;

import java.nio.file.Path;
import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.testkit.VisitFloorKit;

/** Writes the raw export of the one clinic in a data folder, and says how long it took. */
final class RawExportChild {

    private RawExportChild() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        try (VisitFloorKit kit = VisitFloorKit.open(data)) {
            Clinic clinic =
                    kit.database().read(stores -> stores.clinics().all()).get(0);
            ExportGround ground = ExportKit.ground(kit, data);
            long start = System.nanoTime();
            new FolderExport(ground, () -> ExportKit.ROOM)
                    .make(
                            new RawExport(),
                            ExportKit.request(clinic, Purpose.AUDIT, Set.of()),
                            Path.of(arguments[1]),
                            ExportProgress.NONE);
            System.out.println(OwnMemory.said(System.nanoTime() - start));
        }
        System.exit(0);
    }
}
