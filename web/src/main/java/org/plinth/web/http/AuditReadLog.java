package org.plinth.web.http;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes readings and refusals into the audit chain. A reading's subject is the patient whose record it was, whatever the
 * page, so that one question finds all of them. Any thread.
 */
public final class AuditReadLog implements ReadLog {

    /** What a page asks for again and again is one reading for this long. */
    static final Duration REPEATS = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(AuditReadLog.class);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_FROM = 100;
    private static final CompletionStage<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final Store store;
    private final RefusalBudget budget = new RefusalBudget();
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    /** Into this store. */
    public AuditReadLog(Store store) {
        this.store = store;
    }

    @Override
    public CompletionStage<Void> opened(AccessTable.Rule rule, Request request) {
        return Opening.of(rule).map(opening -> opened(rule, opening, request)).orElse(NOTHING);
    }

    @Override
    public CompletionStage<Void> shown(AccessTable.Rule rule, Request request) {
        return Opening.shown(rule)
                .map(opening -> opened(rule, opening, request))
                .orElse(NOTHING);
    }

    private CompletionStage<Void> opened(AccessTable.Rule rule, Opening opening, Request request) {
        Who who = request.who();
        Optional<String> id = opening.parameter().map(request::path);
        String key = who.id() + " " + rule.path() + " " + id.orElse("");
        if (opening.seldom() && who.token().isEmpty() && isRepeat(key, request.at())) {
            return NOTHING;
        }
        Map<String, Object> details = new TreeMap<>();
        details.put("route", rule.path());
        details.put("agent", Agents.family(request.header("User-Agent")));
        who.token().ifPresent(token -> details.put("token", token.id().toString()));
        Act act = new Act(who.clinicId(), who.id(), request.at(), opening.action(), "", from(request.address()));
        CompletionStage<Void> noted =
                store.begin(act, stores -> stores.audit().note(subject(stores, opening, who, id, details), details));
        noted.whenComplete((nothing, failure) -> {
            if (failure == null && opening.seldom() && who.token().isEmpty()) {
                remember(key, request.at());
            }
        });
        return noted;
    }

    private static String subject(
            Stores stores, Opening opening, Who who, Optional<String> id, Map<String, Object> details) {
        Id<Clinic> clinic = who.clinicId();
        return switch (opening.of()) {
            case CLINIC -> "clinic:" + clinic;
            case SELF -> who.patient().map(patient -> "patient:" + patient).orElse("account:" + who.id());
            case SENSOR -> "sensor:" + id.orElse("");
            case PATIENT -> "patient:" + id.orElse("");
            case TRIAL -> "trial:" + id.orElse("");
            case VISIT -> ofPatient("visit", id, visit(stores, clinic, id), details);
            case TEST -> ofPatient("test", id, test(stores, clinic, id), details);
            case RECORDING -> ofPatient("recording", id, recording(stores, clinic, id), details);
        };
    }

    /** Her record, with what of it was shown beside; the thing itself where she is not known here. */
    private static String ofPatient(
            String kind, Optional<String> id, Optional<Id<Patient>> patient, Map<String, Object> details) {
        details.put(kind, id.orElse(""));
        return patient.map(whose -> "patient:" + whose).orElse(kind + ":" + id.orElse(""));
    }

    private static Optional<Id<Patient>> visit(Stores stores, Id<Clinic> clinic, Optional<String> id) {
        return id.flatMap(Id::<Visit>parse)
                .flatMap(visit -> stores.visits().find(clinic, visit))
                .map(Visit::patient);
    }

    private static Optional<Id<Patient>> test(Stores stores, Id<Clinic> clinic, Optional<String> id) {
        return id.flatMap(Id::<PositionTest>parse)
                .flatMap(test -> stores.visits().findTest(clinic, test))
                .map(PositionTest::patient);
    }

    private static Optional<Id<Patient>> recording(Stores stores, Id<Clinic> clinic, Optional<String> id) {
        return id.flatMap(Id::<Recording>parse)
                .flatMap(recording -> stores.recordings().find(clinic, recording))
                .map(Recording::patient);
    }

    private synchronized boolean isRepeat(String key, Instant at) {
        Instant before = seen.get(key);
        return before != null && !at.isBefore(before) && at.isBefore(before.plus(REPEATS));
    }

    private synchronized void remember(String key, Instant at) {
        seen.remove(key);
        seen.put(key, at);
        while (seen.size() > MOST_REMEMBERED) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    @Override
    public void refused(Refusal refusal) {
        flush(refusal.at());
        if (matters(refusal) && budget.take(refusal)) {
            write(act(refusal, "access.refused"), subject(refusal), details(refusal));
        }
    }

    /**
     * Whoever is turned away without a login and without having named anything, such as at the first page, is no more
     * than a visitor; and what was not there at all says nothing.
     */
    private static boolean matters(Refusal refusal) {
        return switch (refusal.status()) {
            case 401 ->
                refusal.cookie()
                        || refusal.id().isPresent()
                        || refusal.rule().method().equals("POST");
            case 403 -> true;
            case 404 -> refusal.who().isPresent() && refusal.id().isPresent();
            default -> false;
        };
    }

    private static Act act(Refusal refusal, String action) {
        Id<Clinic> clinic = refusal.who().map(Who::clinicId).orElse(Act.INSTALLATION);
        Id<Account> actor = refusal.who().map(Who::id).orElse(Act.NOBODY);
        return new Act(clinic, actor, refusal.at(), action, "", from(refusal.address()));
    }

    /** What was asked for by what its route is about; an id that is none is not kept. */
    private static String subject(Refusal refusal) {
        String kind = kind(refusal.rule().path());
        Optional<Id<Object>> id = refusal.id().flatMap(Id::<Object>parse);
        return id.isPresent() && !kind.isEmpty()
                ? kind + ":" + id.get()
                : "route:" + refusal.rule().path();
    }

    private static String kind(String path) {
        String family = path.startsWith("/api/") ? path.substring(5) : path.substring(1);
        String first = family.contains("/") ? family.substring(0, family.indexOf('/')) : "";
        return switch (first) {
            case "patients" -> "patient";
            case "visits", "live" -> "visit";
            case "tests" -> "test";
            case "recordings" -> "recording";
            case "trials" -> "trial";
            case "sensors" -> "sensor";
            default -> "";
        };
    }

    private static Map<String, Object> details(Refusal refusal) {
        Map<String, Object> details = new TreeMap<>();
        details.put("route", refusal.rule().method() + " " + refusal.rule().path());
        details.put("status", refusal.status());
        details.put("code", refusal.code());
        details.put("agent", refusal.agent());
        refusal.who()
                .flatMap(Who::token)
                .ifPresent(token -> details.put("token", token.id().toString()));
        return details;
    }

    @Override
    public void flush(Instant now) {
        for (RefusalBudget.Over over : budget.over(now)) {
            Map<String, Object> details = new TreeMap<>();
            details.put("count", over.count());
            details.put("since", over.since().toString());
            details.put("addresses", over.addresses());
            Act act = new Act(over.clinic(), over.actor(), now, "access.refused.more", "", "");
            write(act, over.actor().equals(Act.NOBODY) ? "strangers" : "account:" + over.actor(), details);
        }
    }

    /** A refusal that cannot be noted stays a refusal. */
    private void write(Act act, String subject, Map<String, Object> details) {
        try {
            store.write(act, stores -> {
                stores.audit().note(subject, details);
                return true;
            });
        } catch (StoreFailure failure) {
            LOG.error("a refused request could not be noted in the audit log: {}", failure.reason());
        }
    }

    private static String from(String address) {
        return address.length() <= LONGEST_FROM ? address : address.substring(0, LONGEST_FROM);
    }
}
