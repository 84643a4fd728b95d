package org.plinth.web.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;

/** Everything that a recomputation found. */
final class Heard implements Findings {

    final List<Difference> differences = new ArrayList<>();
    final List<Unreadable> unreadable = new ArrayList<>();
    final List<Set<String>> otherEngines = new ArrayList<>();
    final List<Id<PositionTest>> written = new ArrayList<>();
    final List<NotWritten> notWritten = new ArrayList<>();

    @Override
    public void difference(Difference difference) {
        differences.add(difference);
    }

    @Override
    public void unreadable(Unreadable recording) {
        unreadable.add(recording);
    }

    @Override
    public void otherEngines(Id<PositionTest> test, Set<String> stored) {
        otherEngines.add(stored);
    }

    @Override
    public void written(Id<PositionTest> test) {
        written.add(test);
    }

    @Override
    public void notWritten(Id<PositionTest> test, NotWritten why) {
        notWritten.add(why);
    }

    List<String> what() {
        return differences.stream().map(Difference::what).toList();
    }
}
