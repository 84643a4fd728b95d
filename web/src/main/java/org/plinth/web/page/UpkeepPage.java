package org.plinth.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.web.backup.BackupNews;
import org.plinth.web.backup.BackupPlan;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.journal.Journals;
import org.plinth.web.words.Numbers;

/** {@code GET /upkeep}: how backups and space stand, for the owner; problems first, in sentences. */
public final class UpkeepPage implements WebModule {

    /** A night that was missed is made up for within a day; after two something is wrong. */
    private static final Duration OLD = Duration.ofHours(50);

    private static final long MEGABYTE = 1_000_000;

    private final PageParts parts;
    private final BackupNews news;
    private final Optional<BackupPlan> plan;
    private final Journals journals;
    private final boolean keyLiesInData;

    /**
     * With what it tells of.
     *
     * @param news how backups went
     * @param plan when they are made; empty for never
     * @param journals whose disk may be full
     * @param keyLiesInData whether the key lies beside what it opens
     */
    public UpkeepPage(
            PageParts parts, BackupNews news, Optional<BackupPlan> plan, Journals journals, boolean keyLiesInData) {
        this.parts = parts;
        this.news = news;
        this.plan = plan;
        this.journals = journals;
        this.keyLiesInData = keyLiesInData;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/upkeep", this::show);
    }

    private Reply show(Request request) {
        Numbers numbers = PageParts.numbers(request.who().clinic());
        BackupNews.State state = news.state();
        UpkeepView view = new UpkeepView(problems(state, request.at()), facts(state, numbers));
        return parts.page("upkeep", parts.frames().of(request.who(), text("keep.page.title"), "/upkeep"), view);
    }

    private List<String> problems(BackupNews.State state, Instant now) {
        List<String> problems = new ArrayList<>();
        if (plan.isEmpty()) {
            problems.add(text("keep.page.no-plan"));
        } else if (state.proved().filter(at -> at.plus(OLD).isAfter(now)).isEmpty()) {
            problems.add(text("keep.page.old"));
        }
        state.failure()
                .ifPresent(fault -> problems.add(text(
                        "keep.page.failed", text(fault.key(), fault.values().toArray()))));
        if (keyLiesInData) {
            problems.add(text("keep.page.key"));
        }
        if (journals.space() != Journals.Space.ENOUGH) {
            problems.add(text("keep.page.space." + journals.space()));
        }
        return problems;
    }

    private List<Fact> facts(BackupNews.State state, Numbers numbers) {
        String never = text("keep.page.never");
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                text("keep.page.proved"), state.proved().map(numbers::moment).orElse(never)));
        facts.add(new Fact(text("keep.page.file"), state.name().orElse(never)));
        facts.add(new Fact(
                text("keep.page.tried"), state.tried().map(numbers::moment).orElse(never)));
        plan.ifPresent(known ->
                facts.add(new Fact(text("keep.page.plan"), text("keep.page.plan.is", known.hour(), known.keep()))));
        facts.add(new Fact(text("keep.page.free"), text("keep.page.free.is", journals.freeBytes() / MEGABYTE)));
        return facts;
    }

    private String text(String key, Object... values) {
        return parts.texts().text(key, values);
    }
}
