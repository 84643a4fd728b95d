package org.plinth.driver.notify;

import java.util.Set;
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
    public Match match(Advertisement seen) {
        return seen.name().filter(profile.name()).isPresent() ? Match.EXACT : Match.NO;
    }

    @Override
    public SensorConnection open(BleLink link, LinkListener listener) {
        return NotifyConnection.open(profile, link, listener);
    }
}
