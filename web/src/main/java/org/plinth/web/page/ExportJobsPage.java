package org.plinth.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.export.Export;
import org.plinth.web.export.ExportRequest;
import org.plinth.web.export.Exports;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.SealedFile;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.job.ExportJob;
import org.plinth.web.job.ExportJobs;
import org.plinth.web.privacy.Purpose;

/**
 * {@code GET /exports/jobs}: exports of the whole clinic, how far hers are, and their files. {@code POST /exports/jobs} begins
 * one, {@code POST /exports/jobs/:job/stop} ends it or takes its file away, {@code GET /exports/jobs/:job/export.zip} gives it,
 * in parts where that is asked. A job is there for whoever began it, and for nobody else.
 */
public final class ExportJobsPage implements WebModule {

    private static final String PATH = "/exports/jobs";
    private static final String JOB = "job";
    private static final String FORM = "form";
    private static final String INTERNAL = "internal";

    /** While something is being made, the page is asked for again this often [s]. */
    private static final String AGAIN_SECONDS = "4";

    private static final int LONGEST_NAME = 20;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private final PageParts parts;
    private final ExportJobs jobs;

    /** Of these jobs. */
    public ExportJobsPage(PageParts parts, ExportJobs jobs) {
        this.parts = parts;
        this.jobs = jobs;
    }

    @Override
    public void mount(Routes routes) {
        routes.get(PATH, this::show);
        routes.post(PATH, this::start);
        routes.post(PATH + "/:job/stop", this::stop);
        routes.get(PATH + "/:job/export.zip", this::file);
    }

    private static List<Purpose> purposes(Who who) {
        return who.role() == Role.CLINICIAN ? List.of(Purpose.CARE) : List.of(Purpose.AUDIT, Purpose.RESEARCH);
    }

    private Reply show(Request request) {
        Who who = request.who();
        List<ExportJob> hers = jobs.of(who.id());
        // Before the rows: one that ends meanwhile is shown once more, never left standing as unfinished.
        boolean open = hers.stream().anyMatch(job -> job.state().isOpen());
        ExportJobsView view = new ExportJobsView(
                Exports.all().stream().map(export -> kind(export, who)).toList(),
                hers.stream().map(this::row).toList());
        Reply page = parts.page(
                "exportjobs", parts.frames().of(who, parts.texts().text("export.jobs.title"), "/exports"), view);
        return open ? page.withHeader("Refresh", AGAIN_SECONDS) : page;
    }

    private ExportJobsView.Kind kind(Export export, Who who) {
        return new ExportJobsView.Kind(
                export.id(),
                parts.texts().text("export.kind." + export.id()),
                parts.texts().text("export.what." + export.id()),
                purposes(who).stream()
                        .flatMap(purpose -> choices(export, purpose))
                        .toList());
    }

    /** What is not to leave the clinic is made for its own people alone, and for looking at its own work. */
    private Stream<ExportJobsView.Choice> choices(Export export, Purpose purpose) {
        ExportJobsView.Choice usual = new ExportJobsView.Choice(
                purpose.name(), Optional.empty(), parts.texts().text("export.jobs.start." + purpose));
        boolean both = export.options().contains(FORM) && purpose == Purpose.AUDIT;
        return both
                ? Stream.of(
                        usual,
                        new ExportJobsView.Choice(
                                purpose.name(),
                                Optional.of(INTERNAL),
                                parts.texts().text("export.jobs.start.internal")))
                : Stream.of(usual);
    }

    private static Map<String, String> options(Fields fields, Export export, Purpose purpose) {
        Optional<String> form = fields.optionalText(FORM, LONGEST_NAME);
        if (form.isEmpty()) {
            return Map.of();
        }
        if (!form.get().equals(INTERNAL) || !export.options().contains(FORM) || purpose != Purpose.AUDIT) {
            throw new BadRequest(FORM, "outcome.option.form");
        }
        return Map.of(FORM, INTERNAL);
    }

    private ExportJobsView.Row row(ExportJob job) {
        Optional<String> href = job.state() instanceof ExportJob.Done
                ? Optional.of(PATH + "/" + job.id() + "/export.zip")
                : Optional.empty();
        return new ExportJobsView.Row(
                parts.texts().text("export.kind." + job.export().id()),
                parts.texts().text("export.jobs.for." + job.request().purpose()),
                said(job.state()),
                href,
                PATH + "/" + job.id() + "/stop",
                parts.texts().text(job.state().isOpen() ? "export.jobs.stop" : "export.jobs.remove"));
    }

    private String said(ExportJob.State state) {
        if (state instanceof ExportJob.Running running) {
            return running.part()
                    .map(part -> parts.texts()
                            .text(
                                    running.total() > 0 ? "export.command.progress" : "export.command.progress-open",
                                    parts.texts().text(part),
                                    running.done(),
                                    running.total()))
                    .orElseGet(() -> parts.texts().text("export.jobs.begun"));
        }
        if (state instanceof ExportJob.Done done) {
            long size = Math.round(done.file().size() / BYTES_PER_MEGABYTE);
            return parts.texts().text("export.jobs.done", Math.max(1, size));
        }
        if (state instanceof ExportJob.Failed failed) {
            return parts.texts().text("export.jobs.failed." + failed.reason());
        }
        return parts.texts().text(state.isOpen() ? "export.jobs.waiting" : "export.jobs.stopped");
    }

    private Reply start(Request request) {
        Who who = request.who();
        Fields fields = request.fields("export", "purpose", FORM);
        Export export = Exports.find(fields.text("export", LONGEST_NAME))
                .orElseThrow(() -> new BadRequest("export", "export.jobs.unknown"));
        Purpose purpose = fields.oneOf("purpose", Purpose.class);
        if (!purposes(who).contains(purpose)) {
            throw new BadRequest("purpose", "privacy.export.purpose");
        }
        // By pseudonym an audit counts everybody; a clinician takes along only whom she may see.
        Set<Id<Patient>> hidden = purpose == Purpose.CARE
                ? parts.store().read(stores -> stores.access().closedTo(who.clinicId(), who.id()))
                : Set.of();
        ExportRequest wish =
                new ExportRequest(who.clinic(), purpose, hidden, request.at(), options(fields, export, purpose));
        if (jobs.start(PageParts.act(request, "export." + export.id()), export, wish)
                .isEmpty()) {
            throw new HttpFailure(409, "EXPORT_OPEN", Optional.empty(), "export.jobs.busy");
        }
        return Reply.seeOther(PATH);
    }

    private ExportJob job(Request request) {
        return jobs.find(request.who().id(), request.<ExportJob>id(JOB)).orElseThrow(HttpFailure::notFound);
    }

    private Reply stop(Request request) {
        request.fields();
        jobs.stop(job(request));
        return Reply.seeOther(PATH);
    }

    private Reply file(Request request) {
        ExportJob job = job(request);
        boolean stillMay = purposes(request.who()).contains(job.request().purpose());
        if (!stillMay || !(job.state() instanceof ExportJob.Done)) {
            throw HttpFailure.notFound();
        }
        SealedFile sealed = jobs.file(job).orElseThrow(() -> HttpFailure.conflict("export.jobs.failed.OUTDATED"));
        String name = "plinth-" + job.export().id() + ".zip";
        return Reply.kept(request, "application/zip", name, sealed, job.id().toString());
    }
}
