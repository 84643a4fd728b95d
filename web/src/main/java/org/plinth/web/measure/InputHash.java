package org.plinth.web.measure;

import java.util.Comparator;
import java.util.List;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.hash.Sha256;

/**
 * SHA-256 over what a result rests on: the seals of its test's recordings and the decisions about their efforts. Both
 * sides enter, for the number of efforts used on one side depends on the other.
 *
 * <p>Canonical text, UTF-8, one line each ended by LF: {@code plinth-input 1}; for each recording by ascending id {@code
 * recording <id> <side> <sha256 or none> <bytes>}; for each of its efforts by number {@code effort <n> <state> <pain or
 * ->}. The words of a reason do not enter: they change no number.
 */
final class InputHash {

    private InputHash() {}

    static String of(List<RecordedSide> recordings) {
        StringBuilder text = new StringBuilder("plinth-input 1\n");
        recordings.stream()
                .sorted(Comparator.comparing(recorded -> recorded.recording().id()))
                .forEach(recorded -> append(text, recorded));
        return Sha256.hex(text.toString());
    }

    private static void append(StringBuilder text, RecordedSide recorded) {
        Recording recording = recorded.recording();
        text.append("recording ").append(recording.id()).append(' ').append(recording.side());
        text.append(' ').append(recording.seal().map(Recording.Seal::sha256).orElse("none"));
        text.append(' ').append(recording.seal().map(Recording.Seal::bytes).orElse(0L));
        text.append('\n');
        recorded.trials().stream()
                .sorted(Comparator.comparingInt(trial -> trial.effort().number()))
                .forEach(trial -> append(text, trial));
    }

    private static void append(StringBuilder text, Trial trial) {
        text.append("effort ").append(trial.effort().number()).append(' ').append(trial.state());
        text.append(' ')
                .append(trial.pain().isPresent() ? Integer.toString(trial.pain().getAsInt()) : "-");
        text.append('\n');
    }
}
