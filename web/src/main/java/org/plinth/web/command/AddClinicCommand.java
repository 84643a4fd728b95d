package org.plinth.web.command;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.plinth.web.http.SetupRoutes;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/**
 * {@code add-clinic}: a one-time link, valid for a day, by which the owner of a further clinic sets it up. Prints what follows the
 * server's address, which only who runs it knows.
 */
@Command(name = "add-clinic", mixinStandardHelpOptions = true)
final class AddClinicCommand extends DataCommand {

    AddClinicCommand(Console console) {
        super(console);
    }

    @Override
    protected void check() {
        // There is nothing to choose.
    }

    @Override
    protected List<String> words() {
        return List.of("add-clinic");
    }

    @Override
    public int work(DataGround ground, BooleanSupplier stopped) {
        String token = SetupRoutes.offerFurther(
                ground.store(), ground.ids(), ground.clock().instant());
        console().out().println("setup?token=" + token);
        console().flush();
        console().say("access.clinic.link");
        return ExitCode.OK;
    }
}
