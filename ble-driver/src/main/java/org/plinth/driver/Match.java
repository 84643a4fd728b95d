package org.plinth.driver;

/** How well a driver recognises a peripheral. The best wins; two equal answers are an error, never an order. */
public enum Match {
    /** Not one of its own. */
    NO,
    /** Speaks its protocol; the model is not certain. */
    FAMILY,
    /** Exactly its model. */
    EXACT
}
