package org.plinth.driver;

import org.plinth.driver.link.Packet;

/**
 * Turns the packets of one recording into samples: codec, clock and ledger, no I/O. The same packets always give the
 * same samples, so a journal can be decoded again years later. One thread.
 */
public interface SampleDecoder {

    /** Decodes one packet into the sink. Never throws for what is in it. */
    void decode(Packet packet, DecodedSink sink);

    /** The account so far. */
    Ledger ledger();
}
