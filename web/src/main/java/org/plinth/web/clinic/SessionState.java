package org.plinth.web.clinic;

/** How far a login has come. */
public enum SessionState {
    /** She may do what her role may. */
    OPEN,
    /** Her screen is covered until she gives her password again; what runs goes on. */
    LOCKED,
    /** Her password was right; the code of her second factor is awaited. */
    CODE,
    /** Her password was right; her clinic asks for a second factor and she has none yet. */
    ENROL
}
