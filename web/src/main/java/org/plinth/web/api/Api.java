package org.plinth.web.api;

import java.util.List;
import java.util.random.RandomGenerator;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.capture.RawForce;
import org.plinth.web.export.Pseudonyms;
import org.plinth.web.http.WebModule;
import org.plinth.web.journal.Journals;
import org.plinth.web.photo.SetUpPhotos;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.position.PositionDesk;
import org.plinth.web.signin.Testers;
import org.plinth.web.store.KeyVault;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.VisitDesk;

/** All JSON routes. */
public final class Api {

    private Api() {}

    /** One module each. */
    public static List<WebModule> modules(
            Store store,
            Journals journals,
            VisitDesk desk,
            Texts texts,
            RandomGenerator random,
            Testers testers,
            KeyVault keys) {
        Pseudonyms pseudonyms = Pseudonyms.of(keys);
        RawForce raw = new RawForce(store, journals, SensorDrivers.load());
        SetUpPhotos photos = new SetUpPhotos(store);
        SheetJson sheets = new SheetJson(store, texts);
        ClinicPositions positions = new ClinicPositions(PositionCatalogue.bundled());
        return List.of(
                new PatientRoutes(store, desk, random),
                new RecordRoutes(store, desk),
                new HistoryRoutes(store),
                new VisitRoutes(store, desk, sheets),
                new TestRoutes(store, desk, sheets, texts, testers),
                new ScreeningRoutes(store, desk, texts),
                new PlanRoutes(store, desk, texts, photos),
                new PhotoRoutes(store, photos),
                new LastEffortRoutes(desk, sheets, texts),
                new CaptureRoutes(store, journals),
                new PositionRoutes(store, positions, new PositionDesk(store, positions, random)),
                new ClinicRoutes(),
                new ReadingRoutes(store, positions, pseudonyms),
                new CurveRoutes(store, raw, pseudonyms),
                new AnalyseRoutes(texts),
                new OpenApiRoutes());
    }
}
