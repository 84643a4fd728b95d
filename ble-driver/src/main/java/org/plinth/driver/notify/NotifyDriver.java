package org.plinth.driver.notify;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Capability;
import org.plinth.driver.Match;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorSpec;
import org.plinth.driver.Support;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;

/**
 * A driver that is a {@link NotifyProfile} and a decoder. Recognised by name alone, because several products share
 * the same short service ids.
 */
public abstract class NotifyDriver implements SensorDriver {

    private final NotifyProfile profile;

    /** A driver with this profile. */
    protected NotifyDriver(NotifyProfile profile) {
        this.profile = profile;
    }

    @Override
    public final String id() {
        return profile.id();
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public final String displayName() {
        return profile.displayName();
    }

    @Override
    public final Support support() {
        return profile.support();
    }

    @Override
    public final SensorSpec spec() {
        return profile.spec();
    }

    @Override
    public final Set<Capability> capabilities() {
        return profile.capabilities();
    }

    @Override
    public Set<UUID> services() {
        Stream<UUID> written = Stream.of(profile.start(), profile.stop(), profile.tare())
                .flatMap(List::stream)
                .map(NotifyProfile.Write::service);
        return Stream.of(Stream.of(profile.service()), written, profile.battery().services().stream())
                .flatMap(Function.identity())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Match match(Advertisement seen) {
        return seen.name().filter(profile.name()).isPresent() ? Match.EXACT : Match.NO;
    }

    @Override
    public SensorConnection open(BleLink link, LinkListener listener) {
        return NotifyConnection.open(profile, link, listener, newHooks());
    }

    /** Where its sensor differs from others of this kind. */
    protected NotifyHooks newHooks() {
        return NotifyHooks.NONE;
    }
}
