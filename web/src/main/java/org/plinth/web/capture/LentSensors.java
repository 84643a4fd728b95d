package org.plinth.web.capture;

import java.util.List;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Visit;

/** Sensors of the room in the hands of one visit, for as long as it takes to see which one somebody squeezes. */
final class LentSensors implements SqueezeSearch.Sensors {

    private final SensorRoom room;
    private final Id<Visit> visit;

    LentSensors(SensorRoom room, Id<Visit> visit) {
        this.room = room;
        this.visit = visit;
    }

    /** Never from another visit, however long nobody has looked at it. */
    @Override
    public boolean borrow(String peripheralId) {
        return room.alone(peripheralId, () -> room.take(visit, peripheralId, false));
    }

    @Override
    public SqueezeEar listen(String peripheralId, Runnable onRise) {
        return room.alone(peripheralId, () -> {
            Holding holding = room.required(visit, peripheralId);
            if (holding.run().isPresent()) {
                throw new SensorException(Fault.NO_ACCESS, "This sensor records.");
            }
            return holding.station().listen(onRise);
        });
    }

    @Override
    public void giveBack(String peripheralId, boolean wasBorrowed) {
        room.alone(peripheralId, () -> {
            room.held(visit, peripheralId)
                    .filter(holding -> holding.run().isEmpty())
                    .ifPresent(holding -> {
                        holding.station().listenNoMore();
                        if (wasBorrowed) {
                            room.drop(holding);
                        }
                    });
            return wasBorrowed;
        });
    }

    /** Which of these is squeezed. */
    Squeezed squeezed(List<String> peripheralIds) {
        try {
            return new SqueezeSearch(this, SqueezeSearch.Limits.USUAL).among(peripheralIds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SensorException(Fault.CANCELLED, "Stopped while listening to sensors.", stopped);
        }
    }
}
