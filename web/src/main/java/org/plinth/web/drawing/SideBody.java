package org.plinth.web.drawing;

import static org.plinth.web.drawing.Proportions.SHANK;
import static org.plinth.web.drawing.Proportions.THIGH;
import static org.plinth.web.drawing.Proportions.share;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.plinth.core.position.DrawingPlan.Arms;

/** Outlines of body parts from the side. Widths are shares of body height, drawn by eye from photographs of adults. */
final class SideBody {

    /** Along the segment, to the front, to the back. */
    private static final double[][] THIGH_PROFILE = {
        {0, 0.054, 0.060}, {0.22, 0.056, 0.057}, {0.5, 0.050, 0.048}, {0.78, 0.039, 0.036}, {1, 0.035, 0.030},
    };

    private static final double[][] SHANK_PROFILE = {
        {0, 0.034, 0.029},
        {0.12, 0.029, 0.036},
        {0.3, 0.025, 0.043},
        {0.48, 0.023, 0.038},
        {0.72, 0.020, 0.024},
        {0.9, 0.019, 0.019},
        {1, 0.020, 0.020},
    };

    private static final double[][] TRUNK_FRONT = {
        {-0.10, 0.030},
        {0, 0.046},
        {0.14, 0.053},
        {0.34, 0.053},
        {0.55, 0.055},
        {0.76, 0.060},
        {0.92, 0.052},
        {1.04, 0.036},
        {1.12, 0.022},
    };

    private static final double[][] TRUNK_BACK = {
        {-0.16, 0.036},
        {-0.06, 0.062},
        {0.07, 0.070},
        {0.23, 0.056},
        {0.42, 0.045},
        {0.62, 0.053},
        {0.82, 0.060},
        {0.98, 0.050},
        {1.10, 0.028},
    };

    /** Front and up from the middle of the head. */
    private static final double[][] HEAD = {
        {0.004, 0.064}, {0.032, 0.054}, {0.048, 0.030}, {0.051, 0.010}, {0.052, 0.002}, {0.065, -0.017},
        {0.055, -0.024}, {0.056, -0.034}, {0.052, -0.040}, {0.050, -0.054}, {0.038, -0.063}, {0.014, -0.052},
        {-0.006, -0.048}, {-0.034, -0.050}, {-0.053, -0.022}, {-0.058, 0.010}, {-0.046, 0.042}, {-0.022, 0.060},
    };

    private static final double[][] HAIR = {
        {0.004, 0.065}, {0.033, 0.055}, {0.041, 0.040}, {0.020, 0.036}, {0.006, 0.020}, {0.002, 0.002},
        {-0.012, -0.010}, {-0.016, -0.030}, {-0.036, -0.050}, {-0.054, -0.022}, {-0.059, 0.010}, {-0.047, 0.043},
        {-0.022, 0.061},
    };

    private SideBody() {}

    static List<Path> leg(Leg leg) {
        return List.of(
                segment(leg.hip(), leg.knee(), leg.thighFront(), THIGH_PROFILE),
                Path.circle(leg.hip(), share(0.055)),
                Path.circle(leg.knee(), share(0.0345)),
                segment(leg.knee(), leg.ankle(), leg.shankFront(), SHANK_PROFILE),
                Path.circle(leg.ankle(), share(0.021)),
                Path.smooth(leg.foot()));
    }

    /** The lower edge of the shorts. */
    static Path hem(Leg leg) {
        Vec at = leg.hip().along(leg.thigh(), THIGH * 0.5);
        return Path.line(at.along(leg.thighFront(), share(0.050)), at.along(leg.thighFront(), -share(0.048)));
    }

    static List<Path> trunk(Posture body) {
        List<Vec> ring = new ArrayList<>();
        for (double[] station : TRUNK_FRONT) {
            ring.add(body.onTrunk(station[0], station[1]));
        }
        List<Vec> back = new ArrayList<>();
        for (double[] station : TRUNK_BACK) {
            back.add(body.onTrunk(station[0], -station[1]));
        }
        Collections.reverse(back);
        ring.addAll(back);
        Vec nape = body.onHead(-0.018, -0.030);
        return List.of(Path.smooth(ring), Path.capsule(body.onTrunk(0.99, -0.006), share(0.040), nape, share(0.030)));
    }

    static Path waist(Posture body) {
        return Path.line(body.onTrunk(0.22, 0.053), body.onTrunk(0.26, -0.052));
    }

    static Path head(Posture body) {
        return Path.smooth(ring(body, HEAD));
    }

    static Path hair(Posture body) {
        return Path.smooth(ring(body, HAIR));
    }

    private static List<Vec> ring(Posture body, double[][] places) {
        return List.of(places).stream()
                .map(place -> body.onHead(place[0], place[1]))
                .toList();
    }

    private static Path segment(Vec from, Vec to, Vec front, double[][] profile) {
        Vec axis = to.minus(from);
        List<Vec> ring = new ArrayList<>();
        for (double[] station : profile) {
            ring.add(from.along(axis, station[0]).along(front, share(station[1])));
        }
        for (int i = profile.length - 1; i >= 0; i--) {
            ring.add(from.along(axis, profile[i][0]).along(front, -share(profile[i][2])));
        }
        return Path.smooth(ring);
    }

    /** How thick the shank is to its front or back at a part of its length [cm]. */
    static double shankReach(double part, boolean front) {
        return reach(SHANK_PROFILE, part, front);
    }

    static double thighReach(double part, boolean front) {
        return reach(THIGH_PROFILE, part, front);
    }

    private static double reach(double[][] profile, double part, boolean front) {
        int column = front ? 1 : 2;
        for (int i = 1; i < profile.length; i++) {
            if (part <= profile[i][0]) {
                double share = (part - profile[i - 1][0]) / (profile[i][0] - profile[i - 1][0]);
                return share(profile[i - 1][column] + share * (profile[i][column] - profile[i - 1][column]));
            }
        }
        return share(profile[profile.length - 1][column]);
    }

    /** Shoulder, elbow, hand. */
    static List<Vec> arm(Posture body, Arms arms) {
        Vec shoulder = body.onTrunk(0.93, 0.004);
        return switch (arms) {
            case UNDER_FOREHEAD -> List.of(shoulder, body.onTrunk(1.36, 0.036), body.onHead(0.062, 0.042));
            case CROSSED -> List.of(shoulder, body.onTrunk(0.42, 0.004), body.onTrunk(0.64, 0.078));
            case GRIP_COUCH -> List.of(shoulder, body.onTrunk(1.28, 0.016), body.onTrunk(1.12, 0.092));
            case HOLD_BAR -> List.of(shoulder, body.onTrunk(0.44, 0.030), body.onTrunk(0.72, 0.128));
            case HOLD_KNEE -> {
                Vec shin = body.other()
                        .knee()
                        .towards(body.other().ankle(), 0.22)
                        .along(body.other().shankFront(), share(0.034));
                yield List.of(shoulder, body.onTrunk(0.50, 0.10), shin);
            }
        };
    }

    static List<Path> arm(List<Vec> joints) {
        Vec hand = joints.get(2).along(joints.get(2).minus(joints.get(1)).unit(), share(0.03));
        return List.of(
                Path.capsule(joints.get(0), share(0.033), joints.get(1), share(0.024)),
                Path.capsule(joints.get(1), share(0.024), joints.get(2), share(0.017)),
                Path.capsule(joints.get(2), share(0.019), hand, share(0.014)));
    }

    /** Where on the shank the centre of a pad sits: 5 cm above the malleolus. */
    static double padOnShank() {
        return 1 - 5 / SHANK - 0.02;
    }

    /** Where on the thigh: 5 cm above the joint line. */
    static double padOnThigh() {
        return 1 - 5 / THIGH - 0.04;
    }
}
