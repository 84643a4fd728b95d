package org.plinth.web.apifuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.ClinicThings;
import org.plinth.web.testkit.ClinicThings.Things;

/** So many requests by every role of two clinics against one server, several at once. */
final class FuzzRun implements AutoCloseable {

    private static final int AT_ONCE = 6;

    private final ClinicServer server = ClinicServer.fastWithPages();
    private final Side a;
    private final Side b;
    private final Map<Integer, Long> statuses = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, String> made = new ConcurrentHashMap<>();

    /** One clinic: its things, what stands in its records alone, and who asks. */
    private record Side(ClinicServer.Sample clinic, Things things, String canary, Map<String, Browser> people) {}

    FuzzRun() {
        ClinicServer.Sample first = server.addClinic("a");
        ClinicServer.Sample second = server.addClinic("b");
        a = side(first, "a", "Canarya7f3", second);
        b = side(second, "b", "Canaryb9d2", first);
    }

    private Side side(ClinicServer.Sample clinic, String name, String canary, ClinicServer.Sample guest) {
        Things things = new ClinicThings(server, clinic)
                .patient(canary, canary, guest.clinic().id());
        Map<String, Browser> people = new TreeMap<>();
        for (Role role : Role.values()) {
            people.put(role + "-" + name, server.as(role, name));
        }
        people.put("nobody", server.browser());
        return new Side(clinic, things, canary, people);
    }

    /** Sends them; every thread has its own share, made from the seed. */
    FuzzRun send(int requests, long seed) throws Exception {
        List<ApiOperation> operations = ApiOperation.described();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                long own = seed * AT_ONCE + i;
                running.add(threads.submit(() -> share(requests / AT_ONCE, own, operations)));
            }
            for (Future<?> one : running) {
                one.get(30, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
        return this;
    }

    private void share(int requests, long seed, List<ApiOperation> operations) {
        Random random = new Random(seed);
        RequestMaker maker = new RequestMaker(seed, operations);
        for (int i = 0; i < requests && wrong.size() < 20; i++) {
            boolean first = random.nextBoolean();
            Side own = first ? a : b;
            Side other = first ? b : a;
            String caller = caller(random, own);
            one(maker.next(own.things(), other.things()), caller, own, other);
        }
    }

    /** Clinicians most often: they get furthest. */
    private static String caller(Random random, Side side) {
        List<String> people = List.copyOf(side.people().keySet());
        return random.nextInt(2) == 0
                ? people.stream()
                        .filter(name -> name.startsWith("CLINICIAN"))
                        .findFirst()
                        .orElseThrow()
                : Nasty.pick(random, people);
    }

    private void one(FuzzRequest request, String caller, Side own, Side other) {
        Browser browser = Optional.ofNullable(own.people().get(caller)).orElseThrow();
        Browser.Answer answer;
        try {
            answer = send(browser, request);
        } catch (UncheckedIOException e) {
            wrong.add("no answer: " + e.getCause() + "\n  " + request.asCommand(server.root(), caller));
            return;
        }
        statuses.merge(answer.status(), 1L, Long::sum);
        Judge.wrong(
                        request,
                        answer,
                        other.canary(),
                        Set.copyOf(other.things().ids().values()))
                .or(() -> twice(request, caller, answer))
                .ifPresent(why -> wrong.add(why + "\n  " + request.asCommand(server.root(), caller) + "\n  answered "
                        + answer.status() + " " + shortened(answer.text())));
    }

    private static Browser.Answer send(Browser browser, FuzzRequest request) {
        var builder = request.token() ? browser.request(request.path()) : browser.requestWithoutToken(request.path());
        request.headers().forEach(builder::header);
        builder.header("Accept", "application/json");
        return request.operation().method().equals("POST")
                ? browser.send(builder.POST(HttpRequest.BodyPublishers.ofString(request.body())))
                : browser.send(builder.GET());
    }

    /** A request that was sent before made one record: the same one is given back. */
    private Optional<String> twice(FuzzRequest request, String caller, Browser.Answer answer) {
        int at = request.body().indexOf("\"requestId\":\"");
        if (answer.status() != 201 || at < 0) {
            return Optional.empty();
        }
        String clinic = caller.substring(caller.indexOf('-'));
        String requestId = request.body().substring(at + 13, request.body().indexOf('"', at + 13));
        String kind = request.operation().path();
        String id = answer.json().path("id").asText();
        String before = made.putIfAbsent(clinic + " " + kind + " " + requestId, id);
        return before == null || before.equals(id)
                ? Optional.empty()
                : Optional.of("the same requestId made " + before + " and " + id);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(400, text.length()));
    }

    /** Nothing wrong, whole, and nobody wrote in a clinic that is not hers. */
    void check(int requests) {
        assertThat(wrong).isEmpty();
        assertThat(statuses.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(requests - AT_ONCE);
        assertThat(statuses.keySet()).as("every kind of answer was there").contains(200, 201, 400, 401, 403, 404, 409);
        assertThat(server.browser().get("/health").status()).isEqualTo(200);
        boolean chain = server.store().read(stores -> stores.audit().verify().isEmpty());
        assertThat(chain).as("the audit chain holds").isTrue();
        for (Side side : List.of(a, b)) {
            Set<Id<Account>> known = server.store()
                    .read(stores -> stores.accounts().all(side.clinic().clinic().id()).stream()
                            .map(Account::id)
                            .collect(Collectors.toSet()));
            known.add(Act.PLINTH);
            List<String> strangers = new ArrayList<>();
            server.store().read(stores -> {
                stores.audit().forEach(event -> {
                    if (event.clinic().equals(side.clinic().clinic().id()) && !known.contains(event.actor())) {
                        strangers.add(event.action());
                    }
                });
                return true;
            });
            assertThat(strangers).as("written by another clinic's people").isEmpty();
        }
    }

    Map<Integer, Long> statuses() {
        return new TreeMap<>(statuses);
    }

    @Override
    public void close() {
        server.close();
    }
}
