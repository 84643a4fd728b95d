package org.plinth.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.bridge.BridgeLinkProvider;
import org.plinth.driver.virtual.VirtualLinkProvider;
import org.plinth.web.access.AccessDecision;
import org.plinth.web.access.Custody;
import org.plinth.web.api.Api;
import org.plinth.web.api.ClinicStates;
import org.plinth.web.api.PositionFailures;
import org.plinth.web.api.SensorFailures;
import org.plinth.web.audit.WatchedClock;
import org.plinth.web.bridge.BridgeRoute;
import org.plinth.web.capture.Bench;
import org.plinth.web.capture.HostTime;
import org.plinth.web.capture.JournalOpenings;
import org.plinth.web.capture.JournalReplay;
import org.plinth.web.capture.PretendPatient;
import org.plinth.web.capture.Radios;
import org.plinth.web.capture.RawForce;
import org.plinth.web.capture.RecordingFinisher;
import org.plinth.web.capture.RecordingKeeper;
import org.plinth.web.capture.Recovery;
import org.plinth.web.capture.RecoveryReport;
import org.plinth.web.capture.ResultKeeper;
import org.plinth.web.capture.Resumption;
import org.plinth.web.capture.SensorRoom;
import org.plinth.web.capture.VirtualHands;
import org.plinth.web.command.DataGround;
import org.plinth.web.config.AppConfig;
import org.plinth.web.config.DataFolder;
import org.plinth.web.config.StartRefused;
import org.plinth.web.export.Pseudonyms;
import org.plinth.web.http.AssetFiles;
import org.plinth.web.http.AssetRoutes;
import org.plinth.web.http.HealthRoutes;
import org.plinth.web.http.HttpVerticle;
import org.plinth.web.http.Limits;
import org.plinth.web.http.Listen;
import org.plinth.web.http.LoginRoutes;
import org.plinth.web.http.PeoplePages;
import org.plinth.web.http.ServerParts;
import org.plinth.web.http.SetupRoutes;
import org.plinth.web.http.StoreFailures;
import org.plinth.web.http.WebModule;
import org.plinth.web.journal.Journals;
import org.plinth.web.live.BenchRoute;
import org.plinth.web.live.LiveRoute;
import org.plinth.web.log.Logs;
import org.plinth.web.page.PageParts;
import org.plinth.web.page.Pages;
import org.plinth.web.page.ServerPages;
import org.plinth.web.privacy.DueErasures;
import org.plinth.web.sample.SampleClinic;
import org.plinth.web.sensor.SensorDesk;
import org.plinth.web.signin.SignIn;
import org.plinth.web.store.Database;
import org.plinth.web.store.KeyVault;
import org.plinth.web.store.Passwords;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.ClinicVisitDesk;
import org.plinth.web.visit.DeskParts;
import org.plinth.web.visit.VisitDesk;

/**
 * The house, wired top to bottom by plain constructors, in the order in which it opens; it closes in the opposite one.
 * Once in a process.
 */
public final class Composition implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final AppConfig config;
    private final Texts texts;
    private final Deque<Runnable> open;
    private final WatchedClock clock;
    private final SecureRandom random = new SecureRandom();
    private final Passwords passwords = new Passwords();
    private final DataFolder folder;
    private final KeyVault keys;
    private final Database store;
    private final Journals journals;
    private final VisitDesk desk;
    private final SensorDesk sensors;
    private final RecoveryReport recovered;
    private final BridgeLinkProvider bridge;
    private final RadiosOpened opened;
    private final Upkeep upkeep;
    private final AuditHouse audit;

    private Composition(AppConfig config, Texts texts, WatchedClock clock, VirtualSensors sources, Deque<Runnable> open)
            throws IOException {
        this.config = config;
        this.texts = texts;
        this.clock = clock;
        this.open = open;
        folder = DataFolder.open(config.data());
        open.push(folder::close);
        folder.requireNotHalf();
        open.push(Logs.toFolder(folder.logs()));
        keys = KeyVault.open(config.keyFile(), random);
        store = Database.open(folder, config.db(), keys);
        open.push(store::close);
        journals = Journals.open(folder.journals());
        open.push(journals::close);
        audit = AuditHouse.of(store, journals, folder.root(), config, clock);
        SensorDrivers drivers = SensorDrivers.load();
        PositionCatalogue positions = PositionCatalogue.bundled();
        HostTime time = HostTime.of(clock);
        ResultKeeper results = new ResultKeeper(positions, drivers, new JournalOpenings(journals), random);
        RecordingKeeper keeper = new RecordingKeeper(results, random);
        bridge = new BridgeLinkProvider(clock);
        Resumption resumed = new Resumption(store, journals, drivers, bridge, time);
        Recovery recovery = new Recovery(store, journals, new JournalReplay(journals, drivers), keeper, clock, resumed);
        recovered = recovery.run();
        open.push(DueErasures.start(store, store, clock));
        Optional<VirtualLinkProvider> virtual = sources.at(clock);
        // Sample data and people are kept apart: with virtual sensors there is no radio.
        opened = virtual.isPresent()
                ? new RadiosOpened(Optional.empty(), false)
                : RadiosOpened.of(config.bluetooth(), clock);
        List<LinkProvider> providers = new ArrayList<>(virtual.stream().toList());
        opened.radio().ifPresent(providers::add);
        providers.add(bridge);
        open.push(() -> providers.forEach(LinkProvider::close));
        Radios radios = new Radios(providers, config.decodeOnlySensors() ? drivers.withDecodeOnly() : drivers);
        PretendPatient pretend = virtual.<PretendPatient>map(VirtualHands::new).orElse(PretendPatient.NONE);
        RecordingFinisher finisher = new RecordingFinisher(store, journals, keeper, recovery, time);
        SensorRoom room = resumed.begin(new SensorRoom(radios, finisher, pretend, time), finisher);
        open.push(room::close);
        Bench bench =
                new Bench(room, virtual.<Bench.Stands>map(known -> known::stand).orElse(Bench.Stands.NONE), time);
        upkeep = new Upkeep(config, folder, store, journals, keys, clock, random);
        sensors = SensorDesk.on(store, bench, drivers, random);
        desk = new ClinicVisitDesk(
                new DeskParts(store, journals, room, finisher, results, drivers, positions, clock, random));
    }

    /**
     * Opens data folder, store and journals, and recovers what was cut off.
     *
     * @param clock the machine's
     * @param virtualSensor whether there is a virtual dynamometer; its numbers are sample data
     * @throws StartRefused if it cannot be
     * @throws IOException if the logs cannot be written
     */
    public static Composition open(AppConfig config, Texts texts, Clock clock, boolean virtualSensor)
            throws IOException {
        return open(config, texts, clock, VirtualSensors.of(virtualSensor, config.virtualSpeed()));
    }

    /** The same with these. */
    public static Composition open(AppConfig config, Texts texts, Clock clock, VirtualSensors sensors)
            throws IOException {
        Deque<Runnable> open = new ArrayDeque<>();
        boolean whole = false;
        try {
            Composition composition = new Composition(config, texts, new WatchedClock(clock), sensors, open);
            whole = true;
            return composition;
        } finally {
            if (!whole) {
                closeAll(open);
            }
        }
    }

    /**
     * Begins to serve.
     *
     * @return the address of the first page
     * @throws StartRefused if the port is taken, or the certificate cannot be used
     */
    public String serve() throws IOException {
        SignIn signIn = SignIn.of(store, passwords, keys, random, listen().isSecure());
        PageParts parts = PageParts.of(
                store,
                desk,
                new RawForce(store, journals, SensorDrivers.load()),
                sensors,
                recovered,
                passwords,
                random,
                Pseudonyms.of(keys),
                texts,
                AssetFiles.bundled(),
                store,
                signIn,
                audit.desk());
        List<WebModule> modules = new ArrayList<>(Pages.modules(parts));
        modules.add(upkeep.page(parts));
        modules.add(ExportHouse.of(audit, keys, texts, folder.root()).page(parts, clock, open));
        open.push(parts.kept().beginSoon(clock)::close);
        return serve(new ServerPages(parts, OtherWays.offered(config.signOn())), modules, signIn);
    }

    /**
     * Begins to serve with these pages.
     *
     * @return the address of the first page
     * @throws StartRefused if the port is taken, or the certificate cannot be used
     */
    public String serve(PeoplePages pages, List<WebModule> pageModules) throws IOException {
        return serve(pages, pageModules, SignIn.of(store, passwords, keys, random, listen().isSecure()));
    }

    private String serve(PeoplePages pages, List<WebModule> pageModules, SignIn signIn) throws IOException {
        open.push(audit.start()::close);
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        open.push(() -> await(vertx.close()));
        OtherWays ways = OtherWays.of(vertx, config.signOn(), listen(), store, signIn, random, clock, texts);
        HttpVerticle verticle = new HttpVerticle(server(pages, pageModules, signIn, ways));
        try {
            await(vertx.deployVerticle(verticle));
        } catch (CompletionException e) {
            throw refused(e.getCause());
        }
        Beside.commands(ground(), folder.root(), texts).ifPresent(open::push);
        open.push(upkeep.byNight());
        Beside.charts(texts, clock);
        String scheme = config.hasTls() ? "https" : "http";
        return scheme + "://" + host() + ":" + await(verticle.port()) + "/";
    }

    private DataGround ground() {
        return new DataGround(
                store,
                journals,
                SensorDrivers.load(),
                PositionCatalogue.bundled(),
                clock,
                random,
                upkeep.backups(),
                audit.desk().checkpoints(),
                Pseudonyms.of(keys));
    }

    private ServerParts server(PeoplePages pages, List<WebModule> pageModules, SignIn signIn, OtherWays ways)
            throws IOException {
        Listen listen = listen();
        List<WebModule> modules = new ArrayList<>(List.of(
                new HealthRoutes(),
                upkeep.metricsRoutes(),
                new AssetRoutes(AssetFiles.bundled()),
                new LoginRoutes(signIn.logins(), pages, texts::text, listen.isSecure(), ways.sso()),
                new SetupRoutes(store, passwords, pages, random, signIn.throttle())));
        modules.addAll(ways.modules());
        modules.addAll(Api.modules(store, journals, desk, texts, random, signIn.testers(), keys));
        modules.addAll(pageModules);
        return new ServerParts(
                listen,
                Limits.standard(),
                clock,
                random,
                Uploads.emptied(folder.root()),
                signIn.logins(),
                texts::text,
                pages,
                List.of(
                        new StoreFailures(texts, ClinicStates::json),
                        new SensorFailures(texts::text),
                        new PositionFailures(texts)),
                modules,
                List.of(
                        new LiveRoute(store, desk, texts::text),
                        new BenchRoute(store, sensors.bench(), texts::text),
                        new BridgeRoute(bridge)),
                new AccessDecision(Custody.of(store)),
                true,
                upkeep.metrics(),
                audit.reads(),
                signIn.tokens());
    }

    /** The one-time link of the first start; empty once anybody has an account. */
    public Optional<String> setupLink(String root) {
        return SetupRoutes.offer(store, random, clock.instant()).map(token -> root + "setup?token=" + token);
    }

    /** Makes the sample clinic where there is no clinic yet; tells how long it took, empty if there was nothing to do. */
    public Optional<Duration> makeSample(SampleClinic.Progress progress) {
        SampleClinic sample = new SampleClinic(store, journals, PositionCatalogue.bundled(), passwords, clock);
        if (sample.isMade()) {
            return Optional.empty();
        }
        Instant began = clock.instant();
        sample.make(progress);
        return Optional.of(Duration.between(began, clock.instant()));
    }

    /** The clinic's memory. */
    public Store store() {
        return store;
    }

    /** What a clinician does at a visit. */
    public VisitDesk desk() {
        return desk;
    }

    /** Whether this machine has no Bluetooth of its own. */
    public boolean needsBrowserForBluetooth() {
        return opened.onlyBrowsers();
    }

    /** What was cut off the last time. */
    public RecoveryReport recovered() {
        return recovered;
    }

    /** Takes no more requests, finishes what runs, closes journals and store. */
    @Override
    public void close() {
        closeAll(open);
    }

    private Listen listen() {
        return new Listen(config.bind(), config.port(), tls(), config.behindProxy());
    }

    private Optional<Listen.Tls> tls() {
        return config.tlsCert().flatMap(cert -> config.tlsKey().map(key -> TlsPair.checked(cert, key)));
    }

    private String host() {
        return config.bind().contains(":") ? "[" + config.bind() + "]" : config.bind();
    }

    private StartRefused refused(@Nullable Throwable cause) {
        if (cause instanceof BindException) {
            return new StartRefused("http.start.portTaken", Integer.toString(config.port()));
        }
        if (config.hasTls() && !(cause instanceof SocketException)) {
            return new StartRefused("http.start.tls");
        }
        return new StartRefused("http.start.cannotListen", config.bind(), Integer.toString(config.port()));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Each is closed, whatever the others do. */
    private static void closeAll(Deque<Runnable> open) {
        if (!open.isEmpty()) {
            try {
                open.pop().run();
            } finally {
                closeAll(open);
            }
        }
    }
}
