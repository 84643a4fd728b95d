package org.plinth.web.live;

import java.nio.file.Path;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** Serves until it is killed: folder, port, and {@code new} for a new clinic with a clinician who is logged in. */
public final class ServingChild {

    private ServingChild() {}

    public static void main(String[] args) {
        ClinicServer server = ClinicServer.on(Path.of(args[0]), Integer.parseInt(args[1]));
        String words = "READY " + server.root();
        if (args[2].equals("new")) {
            ClinicServer.Sample sample = server.addClinic("a");
            Browser login = server.as(Role.CLINICIAN, "a");
            words += " " + login.cookie().orElseThrow() + " " + sample.visit().id();
        }
        System.out.println(words);
        System.out.flush();
    }
}
