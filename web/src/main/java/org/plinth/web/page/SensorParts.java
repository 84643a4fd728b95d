package org.plinth.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.plinth.core.quantity.Force;
import org.plinth.web.calibration.Rounded;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Request;
import org.plinth.web.http.Who;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.TrustWords;

/** What all pages about sensors share. Forces are in newtons here whatever the clinic shows: 0.01 N matters. */
record SensorParts(PageParts parts) {

    Sensor sensor(Request request) {
        Id<Sensor> id = request.id("id");
        return parts.store()
                .read(stores -> stores.sensors().find(request.who().clinicId(), id))
                .orElseThrow(HttpFailure::notFound);
    }

    static String href(Sensor sensor) {
        return "/sensors/" + sensor.id();
    }

    static boolean mayAct(Who who) {
        return who.role() != Role.AUDITOR;
    }

    String t(String key, Object... arguments) {
        return parts.texts().text(key, arguments);
    }

    Numbers numbers(Who who) {
        return PageParts.numbers(who.clinic());
    }

    TrustWords words(Who who) {
        return new TrustWords(parts.texts(), numbers(who));
    }

    String moment(Who who, Instant at) {
        return numbers(who).moment(at);
    }

    /** To 0.01 N. */
    static String newtons(Force force) {
        return newtons(force.newtons());
    }

    static String newtons(double value) {
        return number(value, 2) + " N";
    }

    static String number(double value, int decimals) {
        return Rounded.decimals(value, decimals);
    }

    /** With as many digits as a coefficient needs. */
    static String exact(double value) {
        return String.format(Locale.ROOT, "%.8g", value);
    }

    Function<Id<Account>, String> names(Who who) {
        List<Account> known = parts.store().read(stores -> stores.accounts().all(who.clinicId()));
        return id -> known.stream()
                .filter(account -> account.id().equals(id))
                .map(Account::displayName)
                .findFirst()
                .orElseGet(() -> t("sensor.by.plinth"));
    }

    Frame frame(Who who, String title, Optional<Sensor> above) {
        List<Frame.Crumb> crumbs = new java.util.ArrayList<>();
        crumbs.add(new Frame.Crumb(t("page.nav.sensors"), "/sensors"));
        above.ifPresent(sensor -> crumbs.add(new Frame.Crumb(sensor.label(), href(sensor))));
        return parts.frames().under(who, title, "/sensors", crumbs);
    }
}
