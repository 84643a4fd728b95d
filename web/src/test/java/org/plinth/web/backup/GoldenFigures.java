package org.plinth.web.backup;

/** What the golden backup holds, as its writer printed it. */
final class GoldenFigures {

    static final long ROWS = 219;
    static final long AUDIT_ROWS = 38;
    static final String AUDIT_HASH = "d83d33b760e8cec36c5b7e045c7dcb28d511e4bf1e36901d3d2e25793c8c30e3";

    private GoldenFigures() {}
}
