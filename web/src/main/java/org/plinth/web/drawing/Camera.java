package org.plinth.web.drawing;

import java.util.List;

/**
 * How the scene comes to the picture, without perspective. The plane of the body is x, y; z points to the right for who
 * stands at the foot end.
 *
 * @param xRight how far right a step along x goes
 * @param xUp how far up a step along x goes
 * @param yUp how far up a step up goes
 * @param zRight how far right a step along z goes
 */
record Camera(double xRight, double xUp, double yUp, double zRight) {

    /**
     * From beside the body, on the side under test.
     *
     * @param lateral where that side is seen from the foot end: 1 right, -1 left
     */
    static Camera beside(int lateral) {
        return new Camera(lateral, 0, 1, 0);
    }

    /** From the foot end, looking down by so many degrees: 90 is straight down. */
    static Camera fromFootEnd(double degrees) {
        double down = Math.toRadians(degrees);
        return new Camera(0, StrictMath.sin(down), StrictMath.cos(down), 1);
    }

    Vec of(Vec at) {
        return of(at, 0);
    }

    Vec of(Vec at, double z) {
        return Vec.of(at.x() * xRight + z * zRight, at.x() * xUp + at.y() * yUp);
    }

    Vec direction(Vec way) {
        return of(way, 0);
    }

    /** Outlines in the plane of the body, turned so that rings still run against the clock. */
    Path of(Path path) {
        return path.map(this::of);
    }

    List<Path> of(List<Path> paths) {
        return paths.stream().map(this::of).toList();
    }
}
