package org.plinth.web.export;

/** For whom an audit table is made. */
enum AuditForm {
    /** For named people of the clinic: nothing is left out. */
    INTERNAL,
    /** For others: made coarser until nobody in it stands out. */
    SHARED
}
