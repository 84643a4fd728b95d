package org.plinth.core.position;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a line drawing of a position needs beyond its angles: what the body lies on, the other leg, the arms, where the
 * strap goes. Plain facts that a clinician can review in the position's file. The angles of the leg under test are those
 * of the position and stand nowhere twice.
 *
 * @param support what carries the body
 * @param pelvisLifted whether the hips are held up, shoulders and heel carrying
 * @param heelHeight of what the heel rests on above the floor [cm]; present where the hips are held up
 * @param under what is under foot or shank of the leg under test
 * @param foot how the foot is held
 * @param otherHip hip angle of the other leg [°]; empty where both legs work alike
 * @param otherKnee knee angle of the other leg [°]
 * @param arms where the arms are
 * @param face which face of the body the sensor sits on; empty without a sensor
 * @param load how the drawn sensor is loaded; empty where nothing is read from it
 * @param effort which way the body pushes; empty without a sensor
 * @param anchor where the sensor is held; empty without a sensor
 * @param belts what holds the body
 * @param machineHip hip angle drawn where the machine sets it [°]
 * @param machineKnee knee angle drawn where the machine sets it [°]
 */
public record DrawingPlan(
        Support support,
        boolean pelvisLifted,
        OptionalInt heelHeight,
        Under under,
        Foot foot,
        OptionalInt otherHip,
        OptionalInt otherKnee,
        Arms arms,
        Optional<Face> face,
        Optional<TestPosition.Direction> load,
        Optional<Effort> effort,
        Optional<Anchor> anchor,
        List<Belt> belts,
        OptionalInt machineHip,
        OptionalInt machineKnee) {

    /** Copies the list. */
    public DrawingPlan {
        belts = List.copyOf(belts);
    }

    /** What carries the body. */
    public enum Support {
        /** A treatment couch, the feet over its end. */
        COUCH,
        /** The end of a couch that carries the trunk alone, the other foot on the floor. */
        COUCH_END,
        /** A mat on the floor. */
        FLOOR,
        /** A seat with a back, the feet free. */
        CHAIR,
        /** A seat with a back, the foot under test on what is under it. */
        LOW_CHAIR,
        /** The own feet, at a padded bar. */
        BAR,
        /** The knees, on a board with hooks. */
        BOARD,
        /** The seat of a machine with a lever arm. */
        MACHINE
    }

    /** What is under foot or shank. */
    public enum Under {
        /** Nothing. */
        NOTHING,
        /** A wedge that sets the knee angle. */
        WEDGE,
        /** A rigid box, as high as the heel is. */
        BOX,
        /** A plate on the floor. */
        PLATE
    }

    /** How the foot is held. */
    public enum Foot {
        /** At a right angle to the shank. */
        TOES_UP,
        /** The sole level on what is under it. */
        FLAT,
        /** Stretched. */
        POINTED
    }

    /** Where the arms are. */
    public enum Arms {
        /** The hands under the forehead. */
        UNDER_FOREHEAD,
        /** Crossed over the chest. */
        CROSSED,
        /** The hands grip the couch. */
        GRIP_COUCH,
        /** The hands hold a bar in front. */
        HOLD_BAR,
        /** The hands hold the other knee. */
        HOLD_KNEE
    }

    /** A face of the body. */
    public enum Face {
        /** In front. */
        FRONT,
        /** Behind. */
        BACK,
        /** On the outer side. */
        OUTSIDE,
        /** On the inner side. */
        INSIDE,
        /** The sole or the heel. */
        SOLE
    }

    /** Which way the body pushes. */
    public enum Effort {
        /** The heel towards the seat. */
        KNEE_FLEXION,
        /** The foot forward. */
        KNEE_EXTENSION,
        /** The leg backward. */
        HIP_EXTENSION,
        /** The leg outward. */
        ABDUCTION,
        /** The leg inward. */
        ADDUCTION,
        /** The pelvis up. */
        LIFT,
        /** The foot straight down. */
        DOWN,
        /** The heel down and towards the seat. */
        DOWN_AND_BACK
    }

    /** Where the sensor is held. */
    public enum Anchor {
        /** By a strap straight down to the floor. */
        FLOOR,
        /** By a strap to the floor at a right angle to the limb. */
        FLOOR_SQUARE,
        /** By a strap to a wall bar at the foot end. */
        WALL_FOOT_END,
        /** By a strap to a wall bar at the head end. */
        WALL_HEAD_END,
        /** By a strap to a post in front. */
        IN_FRONT,
        /** By a strap to a post behind. */
        BEHIND,
        /** By a strap to the frame of the couch, under it. */
        UNDER_COUCH,
        /** By a strap to a post beside. */
        BESIDE,
        /** On the box or plate under it. */
        BOX,
        /** Between both legs. */
        BETWEEN_LEGS,
        /** In the tester's hands. */
        HANDS,
        /** In the hooks of the board. */
        HOOKS,
        /** On the lever arm of the machine. */
        LEVER_ARM
    }

    /** What holds the body. */
    public enum Belt {
        /** Over the sacrum. */
        SACRUM,
        /** Over the pelvis. */
        PELVIS,
        /** Over the lower thigh under test. */
        THIGH,
        /** Over the other leg. */
        OTHER_LEG,
        /** A rigid bar over the lower thigh. */
        THIGH_BAR,
        /** Over the chest. */
        CHEST
    }
}
