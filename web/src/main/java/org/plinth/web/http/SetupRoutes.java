package org.plinth.web.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.Act;
import org.plinth.web.store.Passwords;
import org.plinth.web.store.Store;

/**
 * {@code GET|POST /setup?token=…}: the first start's one-time link, which creates the clinic and its first administrator.
 * 303 to the login when done; 403 for a token that is wrong, used or older than a day; 400 with the
 * field; 429 for guessing.
 */
public final class SetupRoutes implements WebModule {

    private static final Duration VALID = Duration.ofHours(24);
    private static final String WHAT = "setup link";
    private static final double USUAL_THRESHOLD_PERCENT = 90;

    private final Store store;
    private final Passwords passwords;
    private final PeoplePages pages;
    private final RandomGenerator random;
    private final LoginThrottle throttle;

    /** Set-up into this store; wrong links count in this throttle. */
    public SetupRoutes(
            Store store, Passwords passwords, PeoplePages pages, RandomGenerator random, LoginThrottle throttle) {
        this.throttle = throttle;
        this.store = store;
        this.passwords = passwords;
        this.pages = pages;
        this.random = random;
    }

    /** Makes the one-time token where nobody has an account yet; an older one is void. Empty once there is somebody. */
    public static Optional<String> offer(Store store, RandomGenerator random, Instant now) {
        if (store.read(stores -> stores.accounts().anybody())) {
            return Optional.empty();
        }
        return Optional.of(offerFurther(store, random, now));
    }

    /** Makes a one-time token for a further clinic, on behalf of who runs the machine; an older one is void. */
    public static String offerFurther(Store store, RandomGenerator random, Instant now) {
        String token = Tokens.random(random);
        store.write(Act.ofPlinth(Id.random(random), now, "setup.offer"), stores -> {
            stores.accounts().offerSetup(Tokens.hash(token), now.plus(VALID));
            return true;
        });
        return token;
    }

    @Override
    public void mount(Routes routes) {
        routes.get(
                "/setup",
                request -> Reply.html(
                        pages.setup(request.query().optionalText("token", 64).orElse(""), Optional.empty())));
        routes.post("/setup", this::create);
    }

    private Reply create(Request request) {
        Fields fields = request.fields("token", "clinic", "zone", "name", "login", "password");
        String token = fields.text("token", 64);
        throttle.wait(WHAT, request.address(), request.at()).ifPresent(wait -> {
            throw HttpFailure.tooMany(wait);
        });
        Clinic clinic = clinic(fields);
        Account first = new Account(
                Id.random(random),
                clinic.id(),
                fields.text("login", 100),
                fields.text("name", 200),
                Role.OWNER,
                Optional.empty(),
                false);
        String hash = passwords.hash(NewPassword.of(fields, first.login(), first.displayName(), clinic.name()));
        Act act = new Act(clinic.id(), first.id(), request.at(), "setup", "", request.address());
        store.write(act, stores -> {
            if (!stores.accounts().takeSetup(Tokens.hash(token), request.at())) {
                throttle.wrong(WHAT, request.address(), request.at());
                throw new HttpFailure(403, "LINK_USED", Optional.empty(), "http.setup.link");
            }
            stores.clinics().add(clinic);
            stores.accounts().add(first, hash);
            return true;
        });
        return Reply.seeOther("/login");
    }

    private Clinic clinic(Fields fields) {
        ZoneId zone = fields.parsed("zone", "http.field.zone", ZoneId::of)
                .orElseThrow(() -> new BadRequest("zone", "http.field.missing"));
        return new Clinic(
                Id.random(random), fields.text("clinic", 200), zone, ForceUnit.NEWTON, USUAL_THRESHOLD_PERCENT, false);
    }
}
