package org.plinth.web.photo;

/**
 * A picture as it is kept: upright, JPEG, without anything beside its pixels.
 *
 * @param jpeg the file; not copied, so do not change it
 * @param width of it [px]
 * @param height of it [px]
 */
@SuppressWarnings("ArrayRecordComponent") // Pictures are not compared, and one is not worth a second copy.
public record SmallPicture(byte[] jpeg, int width, int height) {}
