package org.plinth.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.chart.PrintedCharts;
import org.plinth.web.clinic.Account;
import org.plinth.web.measure.Engine;
import org.plinth.web.pdf.Drawing;
import org.plinth.web.pdf.PageSize;
import org.plinth.web.pdf.PdfDocuments;
import org.plinth.web.report.Audience;
import org.plinth.web.report.Issued;
import org.plinth.web.report.Report;
import org.plinth.web.report.ReportPrint;
import org.plinth.web.text.Texts;

/** Prints reports. Takes a worker's time. */
final class ReportPapers {

    private final PageParts parts;
    private final PdfDocuments documents = new PdfDocuments();
    /** Made on first use: it takes the windowing toolkit's time to load. */
    private Optional<PrintedCharts> charts = Optional.empty();

    ReportPapers(PageParts parts) {
        this.parts = parts;
    }

    /** What stands at the foot of paper made now: engine, and the audit log's last checkpoint. */
    String made() {
        Texts texts = parts.texts();
        String made = texts.text("page.visit.pdf.foot", Engine.VERSION);
        return parts.audit()
                .checkpoints()
                .latest()
                .map(last -> made + " · " + texts.text("audit.paper.checkpoint", last.shortForm()))
                .orElse(made);
    }

    /** One that was issued, as it was. */
    byte[] issued(ReportFile file, Report report, Issued issued) {
        Texts texts = parts.texts();
        List<String> foot = List.of(
                issued.number() + " · " + issued.foot(), texts.text("report.foot.state", file.href() + "/report"));
        return print(report, issued.size(), foot, closing(file, issued));
    }

    /** The patient's own copy. */
    byte[] own(ReportFile file, Report report, PageSize size) {
        String day = PageParts.numbers(file.clinic()).date(report.asOf());
        return print(report, size, List.of(parts.texts().text("report.foot.mine", day) + " · " + made()), List.of());
    }

    private List<String> closing(ReportFile file, Issued issued) {
        List<String> closing = new ArrayList<>();
        String by = parts.store()
                .read(stores -> stores.accounts().find(file.clinic().id(), issued.by()))
                .map(Account::displayName)
                .orElseGet(() -> parts.texts().text("page.unknown.notknown"));
        closing.add(parts.texts()
                .text("report.closing.by", PageParts.numbers(file.clinic()).moment(issued.at()), by));
        return closing;
    }

    private byte[] print(Report report, PageSize size, List<String> foot, List<String> closing) {
        Texts texts = parts.texts();
        String head = texts.text(
                "report.head", report.person().name(), report.person().born());
        ReportPrint view = new ReportPrint(
                report,
                size,
                report.sample() ? head + " · " + texts.text("page.sample") : head,
                foot,
                texts.text("page.visit.pdf.page"),
                texts.text("page.visit.pdf.of"),
                report.audience() == Audience.DISCHARGE
                        ? Optional.of(texts.text("report.closing.to"))
                        : Optional.empty(),
                closing);
        Map<String, Drawing> drawings = new LinkedHashMap<>();
        report.parts().stream()
                .flatMap(part -> part.figures().stream())
                .forEach(figure -> drawings.put(
                        figure.name(),
                        charts().of(figure.kind(), figure.series()).orElseThrow()));
        return documents.render(ReportPrint.TEMPLATE, view, drawings);
    }

    private synchronized PrintedCharts charts() {
        if (charts.isEmpty()) {
            charts = Optional.of(new PrintedCharts(parts.texts()));
        }
        return charts.get();
    }
}
