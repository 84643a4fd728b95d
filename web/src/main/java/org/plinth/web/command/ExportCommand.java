package org.plinth.web.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.plinth.web.capture.RawForce;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.export.Export;
import org.plinth.web.export.ExportGround;
import org.plinth.web.export.ExportOptionWrong;
import org.plinth.web.export.ExportProgress;
import org.plinth.web.export.ExportRefused;
import org.plinth.web.export.ExportRequest;
import org.plinth.web.export.ExportStopped;
import org.plinth.web.export.Exports;
import org.plinth.web.export.FolderExport;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.privacy.Purpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code export audit|raw|fhir --out DIR}: the same files as from the page, into a folder. Typed again after it was cut off, it
 * goes on where it was. Exit code 1 where it could not be finished.
 */
@Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand extends DataCommand {

    @Parameters(paramLabel = "WHAT", descriptionKey = "export.command.what", arity = "0..1")
    private String what = "";

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "export.command.out")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--clinic", paramLabel = "ID", descriptionKey = "export.command.clinic")
    private Optional<String> clinic = Optional.empty();

    @Option(names = "--purpose", paramLabel = "audit|research", descriptionKey = "export.command.purpose")
    private String purpose = "audit";

    @Option(names = "--option", paramLabel = "NAME=VALUE", descriptionKey = "export.command.option")
    private Map<String, String> options = new LinkedHashMap<>();

    ExportCommand(Console console) {
        super(console);
    }

    @Override
    protected void check() {
        Optional<Export> export = Exports.find(what);
        if (export.isEmpty()) {
            throw wrong("export.command.wrong-what", what, known());
        }
        if (folder.filter(path -> !path.toString().isBlank()).isEmpty()) {
            throw wrong("export.command.no-out");
        }
        if (clinic.isPresent() && clinic.flatMap(Id::<Clinic>parse).isEmpty()) {
            throw wrong("export.command.wrong-clinic");
        }
        if (!Set.of("audit", "research").contains(purpose)) {
            throw wrong("export.command.wrong-purpose", purpose);
        }
        for (String name : options.keySet()) {
            if (!export.get().options().contains(name)) {
                throw wrong("export.command.wrong-option", name, what);
            }
        }
    }

    private static String known() {
        return Exports.all().stream().map(Export::id).collect(Collectors.joining(", "));
    }

    /** The folder absolute: the server that does it stands elsewhere. */
    @Override
    protected List<String> words() {
        List<String> words = new ArrayList<>(List.of("export", what));
        folder.ifPresent(path -> words.add("--out=" + path.toAbsolutePath().normalize()));
        clinic.ifPresent(id -> words.add("--clinic=" + id));
        words.add("--purpose=" + purpose);
        options.forEach((name, value) -> words.add("--option=" + name + "=" + value));
        return words;
    }

    @Override
    public int work(DataGround ground, BooleanSupplier stopped) {
        Optional<Clinic> whose = clinic(ground);
        if (whose.isEmpty()) {
            return ExitCode.USAGE;
        }
        Path into = folder.orElseThrow().toAbsolutePath().normalize();
        ExportRequest request = new ExportRequest(
                whose.get(),
                Purpose.valueOf(purpose.toUpperCase(Locale.ROOT)),
                Set.of(),
                ground.clock().instant(),
                options);
        try {
            FolderExport maker = new FolderExport(exportGround(ground), () -> freeBytes(into));
            told(into, maker.make(Exports.find(what).orElseThrow(), request, into, progress(ground.clock(), stopped)));
            return ExitCode.OK;
        } catch (ExportRefused refused) {
            console().say(refused.key(), refused.what());
            return refused.reason() == ExportRefused.Reason.NO_ROOM ? ExitCode.SOFTWARE : ExitCode.USAGE;
        } catch (ExportOptionWrong wrong) {
            console().say(wrong.key());
            return ExitCode.USAGE;
        } catch (IOException e) {
            console().say("export.command.cannot-write", into);
            return ExitCode.SOFTWARE;
        } catch (ExportStopped nobodyWaits) {
            console().say("export.command.stopped");
            return ExitCode.SOFTWARE;
        }
    }

    /** Of the folder, or of the nearest one above it that there is. */
    private static long freeBytes(Path folder) {
        Path there = folder;
        while (!there.toFile().exists() && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toFile().getUsableSpace();
    }

    private Optional<Clinic> clinic(DataGround ground) {
        List<Clinic> all = ground.store().read(stores -> stores.clinics().all());
        Optional<Id<Clinic>> asked = clinic.flatMap(Id::<Clinic>parse);
        Optional<Clinic> found = asked.isPresent()
                ? all.stream().filter(one -> asked.get().equals(one.id())).findFirst()
                : all.stream().filter(one -> all.size() == 1).findFirst();
        if (found.isEmpty()) {
            console().say(asked.isPresent() ? "export.command.no-clinic" : "export.command.which-clinic");
            all.forEach(one -> console().err().println(one.id() + "  " + one.name()));
            console().flush();
        }
        return found;
    }

    private ExportGround exportGround(DataGround ground) {
        return new ExportGround(
                ground.store(),
                new RawForce(ground.store(), ground.journals(), ground.drivers()),
                new ClinicPositions(ground.positions()),
                ground.pseudonyms(),
                ground.checkpoints(),
                console().texts());
    }

    private void told(Path into, FolderExport.Made made) {
        if (made.beganAnew()) {
            console().say("export.command.anew");
        }
        if (made.kept() > 0) {
            console().say("export.command.kept", made.kept());
        }
        console().out().println(console().texts().text("export.command.done", made.files(), into));
        console().flush();
    }

    private ExportProgress progress(Clock clock, BooleanSupplier stopped) {
        return new SlowProgress(clock, stopped, (part, done, total) -> console()
                .say(
                        total > 0 ? "export.command.progress" : "export.command.progress-open",
                        console().texts().text(part),
                        done,
                        total));
    }
}
