package org.plinth.web;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.plinth.web.chart.Charts;
import org.plinth.web.command.DataCommands;
import org.plinth.web.command.DataGround;
import org.plinth.web.control.ControlServer;
import org.plinth.web.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs beside a server's requests. */
final class Beside {

    private static final Logger LOG = LoggerFactory.getLogger(Beside.class);

    private Beside() {}

    /** Commands that are typed beside this server run inside it; without a socket it serves all the same. What ends it, if it began. */
    static Optional<Runnable> commands(DataGround ground, Path folder, Texts texts) {
        try {
            ControlServer control = ControlServer.open(folder, new DataCommands(ground, texts));
            return Optional.of(control::close);
        } catch (IOException e) {
            LOG.warn("no command can be run beside this server: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Beside the first requests, never before them: a page is there before its pictures are. */
    static void charts(Texts texts, Clock clock) {
        Thread worker = new Thread(() -> Charts.warmUp(texts, LocalDate.now(clock)), "warm-up");
        worker.setDaemon(true);
        worker.start();
    }
}
