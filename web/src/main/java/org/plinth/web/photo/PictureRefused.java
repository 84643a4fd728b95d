package org.plinth.web.photo;

/** Why a file cannot be taken as a photo. The text catalogue has the words under {@code photo.refused.<name>}. */
public final class PictureRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Why {
        /** More bytes than are taken. */
        TOO_LARGE,
        /** Neither JPEG nor PNG. */
        NO_PICTURE,
        /** More pixels, or more passes over them, than are decoded. */
        TOO_MANY_PIXELS,
        /** It begins as a picture and is none, or breaks off. */
        BROKEN
    }

    private final Why why;

    /** For this reason. */
    public PictureRefused(Why why) {
        super(why.name());
        this.why = why;
    }

    /** Why. */
    public Why why() {
        return why;
    }
}
