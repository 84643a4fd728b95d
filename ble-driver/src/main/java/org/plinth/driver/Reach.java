package org.plinth.driver;

/** How a sensor is reached. */
public enum Reach {
    /** By a connection. */
    CONNECTION,
    /** By listening to what it advertises: it takes no connection, and nothing tells it from an imitation. */
    ADVERTISEMENT
}
