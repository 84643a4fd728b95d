package org.plinth.web.page;

import java.util.List;
import java.util.stream.Stream;
import org.plinth.web.fhir.FhirRoutes;
import org.plinth.web.fhir.FhirSource;
import org.plinth.web.http.WebModule;

/** All pages, one line each. Those that the server itself shows are in {@link ServerPages}. */
public final class Pages {

    private Pages() {}

    /** To be mounted. */
    public static List<WebModule> modules(PageParts parts) {
        return Stream.of(ofPatients(parts), ofVisits(parts), ofHouse(parts))
                .flatMap(List::stream)
                .toList();
    }

    private static List<WebModule> ofPatients(PageParts parts) {
        return List.of(
                new WorklistPage(parts),
                new OverviewPage(parts),
                new PatientsPage(parts),
                new NewPatientPage(parts),
                new PatientPage(parts),
                new PatientEditPage(parts),
                new EpisodeEditPage(parts),
                new EpisodePage(parts),
                new EntryPage(parts),
                new EpisodeChartPage(parts),
                new ReportPage(parts),
                new TakeHomePage(parts),
                new HistoryPage(parts),
                new PrivacyPage(parts),
                new SetUpPhotoPage(parts),
                new EverythingPage(parts),
                new ErasuresPage(parts),
                new RetentionPage(parts),
                new ChartPage(parts));
    }

    private static List<WebModule> ofVisits(PageParts parts) {
        return List.of(
                new VisitPage(parts),
                new TestNumberPage(parts),
                new CourseNumberPage(parts),
                new FormulaPages(parts),
                new MeNumberPage(parts),
                new LivePage(parts),
                new ReadingsPage(parts),
                new PadPage(parts),
                new TesterPage(parts),
                new PinPage(parts),
                new OwnPositionFormPage(parts),
                new OwnPositionsPage(parts),
                new PositionsPage(parts),
                new DrawingPage(parts),
                new MePage(parts));
    }

    private static List<WebModule> ofHouse(PageParts parts) {
        return List.of(
                new ExportsPage(parts),
                new OutcomesPage(parts),
                new AnalysePage(parts),
                new ImportsPage(parts),
                new ImportItemPage(parts), // before the next, which would take "tray" for an id
                new ImportPage(parts),
                new PeoplePage(parts),
                new SensorPage(parts),
                new CheckPage(parts),
                new RunPage(parts),
                new CalibrationPage(parts),
                new CertificatePage(parts),
                new AboutPage(parts),
                new AccessPage(parts),
                new EmergencyPage(parts),
                new StepsPage(parts),
                new AgainPage(parts),
                new AccountPage(parts),
                new TokensPage(parts),
                new SecondFactorPage(parts),
                new InvitationPage(parts),
                new PatientAccountPage(parts),
                new AuditPage(parts),
                fhir(parts));
    }

    /** No page, and yet from the same parts. */
    private static WebModule fhir(PageParts parts) {
        FhirSource source = new FhirSource(
                parts.store(), parts.raw(), parts.clinicPositions(), parts.pseudonyms()::of, parts.texts());
        return new FhirRoutes(source, parts.signIn().cookie().secure());
    }
}
