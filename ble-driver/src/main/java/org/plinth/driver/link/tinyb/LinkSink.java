package org.plinth.driver.link.tinyb;

import java.util.UUID;

/** Where a child's messages about one link go. On the child's reading thread; must not block. */
interface LinkSink {

    void packet(UUID characteristic, byte[] bytes, long hostNanos);

    void overflowed(long packets);

    void gone(String reason);
}
