package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.ImportBatch;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.diary.EntryDesk;
import org.plinth.web.imports.TrayDesk;
import org.plinth.web.store.StoreFailure.Reason;

/** Several who write about one episode in the same moment: each finds what the others have done, or is told. */
abstract class StoreHoldContract extends StoreEntryValuesContract {

    /** As many as set out together; fewer than a pool has connections. */
    private static final int WRITERS = 6;

    /** What came of a write: what it gave, or why it was refused. */
    private record Came(Optional<EpisodeEntry> entry, Optional<StoreFailure> refused) {}

    /** All set out when the last one is ready. */
    private static List<Came> together(List<Callable<EpisodeEntry>> work) throws Exception {
        CyclicBarrier ready = new CyclicBarrier(work.size());
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<Came>> running = new ArrayList<>();
            for (Callable<EpisodeEntry> one : work) {
                running.add(threads.submit(() -> {
                    ready.await();
                    return came(one);
                }));
            }
            List<Came> came = new ArrayList<>();
            for (Future<Came> one : running) {
                came.add(one.get());
            }
            return came;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Came came(Callable<EpisodeEntry> work) throws Exception {
        try {
            return new Came(Optional.of(work.call()), Optional.empty());
        } catch (StoreFailure refused) {
            return new Came(Optional.empty(), Optional.of(refused));
        }
    }

    private static List<EpisodeEntry> written(List<Came> came) {
        return came.stream().flatMap(one -> one.entry().stream()).toList();
    }

    private static List<StoreFailure> refused(List<Came> came) {
        return came.stream().flatMap(one -> one.refused().stream()).toList();
    }

    private Callable<EpisodeEntry> adding(EpisodeEntry entry, String form) {
        return () -> new EntryDesk(store).add(samples.act("entry.add"), entry, Optional.of(form));
    }

    /** The work of several, each with its number. */
    private static List<Callable<EpisodeEntry>> writers(IntFunction<Callable<EpisodeEntry>> each) {
        return new ArrayList<>(IntStream.range(0, WRITERS).mapToObj(each).toList());
    }

    private Callable<EpisodeEntry> closing(Episode episode, EpisodeEntry how) {
        return () -> store.write(samples.act("episode.close"), s -> {
            s.episodes().amend(closedOn(episode), 1);
            return s.entries().add(how);
        });
    }

    private static Episode closedOn(Episode episode) {
        return new Episode(
                episode.id(),
                episode.clinic(),
                episode.patient(),
                episode.version(),
                episode.problem(),
                episode.involvement(),
                episode.openedOn(),
                episode.treatmentStartedOn(),
                Optional.of(LocalDate.of(2026, 3, 6)),
                Optional.of("Sample reason."));
    }

    @Test
    void of_what_an_episode_has_once_one_is_written_and_the_others_are_told_which() throws Exception {
        Samples.Course course = samples.course(store, "Ada");

        List<Came> came = together(writers(number ->
                adding(entry(course, "background", DAY, Map.of("note", "Sample " + number)), "form " + number)));

        assertThat(written(came)).hasSize(1);
        assertThat(of(course)).isEqualTo(written(came));
        assertThat(refused(came)).hasSize(WRITERS - 1).allSatisfy(refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.WRONG_STATE);
            assertThat(refused).hasMessageContaining("diary.once");
            assertThat(refused.current()).contains(written(came).get(0));
        });
        assertThat(rowFaults()).isEmpty();
    }

    @Test
    void a_form_that_is_sent_several_times_at_once_is_noted_once() throws Exception {
        Samples.Course course = samples.course(store, "Ada");

        List<Came> came = together(writers(number -> adding(pain(course, DAY, "4"), "the same form")));

        assertThat(refused(came)).isEmpty();
        assertThat(of(course)).hasSize(1);
        assertThat(written(came)).containsOnly(of(course).get(0));
    }

    @Test
    void nothing_is_written_into_an_episode_after_it_was_closed() throws Exception {
        Samples.Course course = samples.course(store, "Ada");
        List<Callable<EpisodeEntry>> work = writers(number -> adding(pain(course, DAY, "" + number), "form " + number));
        work.add(WRITERS / 2, closing(course.episode(), entry(course, "closing", DAY, Map.of("outcome", "BETTER"))));

        List<Came> came = together(work);

        List<String> actions = store.read(s -> s.audit().newest(clinic(), Long.MAX_VALUE, WRITERS + 2)).stream()
                .filter(event ->
                        event.action().equals("entry.add") || event.action().equals("episode.close"))
                .map(AuditEvent::action)
                .toList();
        assertThat(actions).as("the newest first").startsWith("episode.close", "episode.close");
        assertThat(refused(came)).allSatisfy(refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.WRONG_STATE);
            assertThat(refused).hasMessageContaining("diary.closed");
            assertThat(refused.current().orElseThrow())
                    .isInstanceOfSatisfying(
                            Episode.class, now -> assertThat(now.closedOn()).isPresent());
        });
        assertThat(of(course)).hasSameSizeAs(written(came));
        assertThat(rowFaults()).isEmpty();
    }

    /** As many items in the tray as set out together. */
    private List<ImportItem> tray() {
        ImportBatch batch = CanaryImports.batch(samples, "nordic", "ab".repeat(32));
        return store.write(samples.act("import.confirm"), s -> {
            s.imports().add(batch, new byte[] {1});
            ImportBatch in = s.imports().amend(batch.in("cd".repeat(32), WRITERS, 0), 1);
            List<ImportItem> items = IntStream.rangeClosed(1, WRITERS)
                    .mapToObj(number -> CanaryImports.item(samples, in, number, "Sample"))
                    .toList();
            s.imports().addItems(items);
            return items;
        });
    }

    /** What was done last: the two rows of a closing, when nothing was written after it. */
    private List<String> newest() {
        return store.read(s -> s.audit().newest(clinic(), Long.MAX_VALUE, 2)).stream()
                .map(AuditEvent::action)
                .toList();
    }

    @Test
    void nothing_that_came_with_a_file_is_given_into_an_episode_after_it_was_closed() throws Exception {
        Samples.Course course = samples.course(store, "Ada");
        List<ImportItem> items = tray();
        TrayDesk desk = new TrayDesk(store);
        List<Callable<EpisodeEntry>> work = writers(number -> () -> {
            EpisodeEntry entry = pain(course, DAY, "" + number);
            desk.assign(samples.act("import.assign"), items.get(number), 1, entry);
            return entry;
        });
        work.add(WRITERS / 2, closing(course.episode(), entry(course, "closing", DAY, Map.of("outcome", "BETTER"))));

        List<Came> came = together(work);

        assertThat(newest()).containsOnly("episode.close");
        assertThat(refused(came)).allSatisfy(refused -> assertThat(refused).hasMessageContaining("diary.closed"));
        assertThat(of(course)).hasSameSizeAs(written(came));
        assertThat(store.<Integer>read(s -> s.imports().waiting(clinic())))
                .as("who was refused left the item where it was")
                .isEqualTo(refused(came).size());
        assertThat(rowFaults()).isEmpty();
    }

    @Test
    void a_note_that_came_with_a_file_stays_in_an_episode_that_was_closed() throws Exception {
        Samples.Course course = samples.course(store, "Ada");
        List<ImportItem> items = tray();
        TrayDesk desk = new TrayDesk(store);
        List<ImportItem> given = IntStream.range(0, WRITERS)
                .mapToObj(number ->
                        desk.assign(samples.act("import.assign"), items.get(number), 1, pain(course, DAY, "" + number)))
                .toList();
        List<Callable<EpisodeEntry>> work = writers(number -> () -> {
            ImportItem item = given.get(number);
            EpisodeEntry entry = maybe(
                            s -> s.entries().find(clinic(), item.entry().orElseThrow()))
                    .orElseThrow();
            desk.back(act("import.back", "Sample reason.", samples.clinician.id(), Samples.NOW), item, 2);
            return entry;
        });
        EpisodeEntry how = entry(course, "closing", DAY, Map.of("outcome", "BETTER"));
        work.add(WRITERS / 2, closing(course.episode(), how));

        List<Came> came = together(work);

        assertThat(refused(came)).allSatisfy(refused -> assertThat(refused).hasMessageContaining("diary.closed"));
        assertThat(of(course)).as("and how it was closed").hasSize(refused(came).size() + 1);
        assertThat(store.<Integer>read(s -> s.imports().waiting(clinic())))
                .isEqualTo(WRITERS - refused(came).size());
        assertThat(newest()).containsOnly("episode.close");
        assertThat(rowFaults()).isEmpty();
    }

    @Test
    void nothing_of_her_is_left_that_was_written_while_she_was_erased() throws Exception {
        Samples.Course course = samples.course(store, "Ada");
        EpisodeEntry known = add(pain(course, DAY, "4"), 0);
        confirm(course.patient().id(), false);
        List<Callable<EpisodeEntry>> work = writers(number -> number % 2 == 0
                ? adding(pain(course, DAY, "" + number), "form " + number)
                : () -> amend(known.with(DAY, Map.of("pain", "" + number)), 1, ""));
        work.add(WRITERS / 2, () -> {
            erase(course.patient().id(), Samples.NOW.plus(Duration.ofDays(8)));
            return known;
        });

        List<Came> came = together(work);

        assertThat(written(came)).contains(known);
        assertThat(of(course)).isEmpty();
        assertThat(find(known)).isEmpty();
        assertThat(refused(came))
                .allSatisfy(refused -> assertThat(refused.reason()).isIn(Reason.NOT_FOUND, Reason.OLD_VERSION));
        assertThat(rowFaults()).isEmpty();
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    @Test
    void who_holds_an_episode_of_another_clinic_or_none_holds_nothing() {
        Samples.Course course = samples.course(store, "Ada");
        Samples other = new Samples(2);
        other.found(store);

        assertThat(store.<Optional<Episode>>write(samples.act("entry.add"), s -> s.episodes()
                        .hold(clinic(), course.episode().id())))
                .contains(course.episode());
        assertThat(store.<Optional<Episode>>write(other.act("entry.add"), s -> s.episodes()
                        .hold(other.clinic.id(), course.episode().id())))
                .isEmpty();
        assertThat(failure(() -> store.write(other.act("entry.add"), s -> s.episodes()
                                .hold(clinic(), course.episode().id())))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void what_many_begin_at_once_stands_in_one_sound_chain_and_what_one_of_them_does_wrong_is_its_own() {
        String mine = "clinic:" + clinic();
        List<CompletableFuture<Void>> begun = IntStream.range(0, 60)
                .mapToObj(i -> store.begin(samples.act("sample." + i), stores -> {
                            if (i % 20 == 7) {
                                throw StoreFailure.notFound("it");
                            }
                            stores.audit().note(mine, Map.of("n", i));
                        })
                        .toCompletableFuture())
                .toList();

        for (int i = 0; i < begun.size(); i++) {
            CompletableFuture<Void> one = begun.get(i);
            if (i % 20 == 7) {
                assertThatThrownBy(one::join).hasCauseInstanceOf(StoreFailure.class);
            } else {
                one.join();
            }
        }
        List<AuditEvent> rows = store.read(stores -> stores.audit().about(clinic(), mine)).stream()
                .filter(row -> row.action().startsWith("sample."))
                .toList();
        assertThat(rows).hasSize(57).allSatisfy(row -> assertThat(row.after())
                .contains("{\"n\":" + row.action().substring("sample.".length()) + "}"));
        assertThat(maybe(stores -> stores.audit().verify())).isEmpty();
    }
}
