package org.plinth.web.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plinth.web.clinic.ImportBatch;
import org.plinth.web.clinic.ImportItem;

/** A file that came in, with a value that is hers and words that must not outlive an erasure. */
final class CanaryImports {

    private CanaryImports() {}

    static void add(Samples samples, Store store, Samples.Course course, String word) {
        Act act =
                new Act(samples.clinic.id(), samples.clinician.id(), Samples.NOW, "import.confirm", "for " + word, "");
        ImportBatch batch = batch(samples, "nordic", "ab".repeat(32));
        store.write(act, stores -> {
            stores.imports().add(batch, word.getBytes(StandardCharsets.UTF_8));
            ImportBatch in = stores.imports().amend(batch.in("cd".repeat(32), 1, 0), 1);
            ImportItem item = item(samples, in, 1, word);
            stores.imports().addItems(List.of(item));
            stores.imports().addCurve(item, word.getBytes(StandardCharsets.UTF_8));
            stores.imports().amend(item.of(course.patient().id(), Optional.empty()), 1);
            stores.imports().identify(samples.clinic.id(), course.patient().id(), "S-" + word);
            return true;
        });
    }

    static ImportBatch batch(Samples samples, String kind, String sha256) {
        return new ImportBatch(
                samples.id(),
                samples.clinic.id(),
                1,
                kind,
                sha256,
                3,
                ImportBatch.State.PREVIEW,
                new TreeMap<>(),
                "",
                0,
                0,
                Samples.NOW,
                samples.clinician.id(),
                "");
    }

    static ImportItem item(Samples samples, ImportBatch batch, int number, String word) {
        return new ImportItem(
                samples.id(),
                samples.clinic.id(),
                batch.id(),
                number,
                1,
                "imported-nordic",
                0,
                number + 1L,
                String.format("%064x", number),
                true,
                ImportItem.State.TRAY,
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of("personFamily", word, "vleftForce", "300")),
                Samples.NOW,
                samples.clinician.id(),
                "");
    }
}
