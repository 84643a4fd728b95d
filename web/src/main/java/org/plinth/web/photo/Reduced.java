package org.plinth.web.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pixels made fewer, turned the right way up, and coded. */
final class Reduced {

    /** Longest side of what is kept [px]. */
    static final int LONGEST_SIDE = 1280;

    /** Most bytes of what is kept; only a picture of noise needs more than the first quality. */
    static final int MOST_BYTES = 900_000;

    private static final float[] QUALITIES = {0.82f, 0.6f, 0.4f, 0.2f, 0.05f};

    private Reduced() {}

    /**
     * What is kept of a picture.
     *
     * @param orientation as Exif counts, 1 to 8
     */
    static SmallPicture of(BufferedImage picture, int orientation) {
        BufferedImage upright = turned(small(picture), orientation);
        byte[] jpeg = coded(upright, QUALITIES[0]);
        for (int i = 1; i < QUALITIES.length && jpeg.length > MOST_BYTES; i++) {
            jpeg = coded(upright, QUALITIES[i]);
        }
        return new SmallPicture(jpeg, upright.getWidth(), upright.getHeight());
    }

    private static BufferedImage small(BufferedImage picture) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        BufferedImage now = picture;
        for (int half = longest / 2; half > LONGEST_SIDE; half /= 2) {
            now = scaled(now, half);
        }
        return scaled(now, Math.min(longest, LONGEST_SIDE));
    }

    /** What can be seen through is white. */
    private static BufferedImage scaled(BufferedImage picture, int longest) {
        double factor = (double) longest / Math.max(picture.getWidth(), picture.getHeight());
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = smaller.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return smaller;
    }

    /** From 5 on rows and columns change places. */
    private static BufferedImage turned(BufferedImage lying, int orientation) {
        if (orientation == 1) {
            return lying;
        }
        int w = lying.getWidth();
        int h = lying.getHeight();
        boolean aside = orientation >= 5;
        BufferedImage upright = new BufferedImage(aside ? h : w, aside ? w : h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < upright.getHeight(); y++) {
            for (int x = 0; x < upright.getWidth(); x++) {
                int column = aside ? y : x;
                int row = aside ? x : y;
                boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
                boolean fromBelow = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
                upright.setRGB(x, y, lying.getRGB(fromRight ? w - 1 - column : column, fromBelow ? h - 1 - row : row));
            }
        }
        return upright;
    }

    private static byte[] coded(BufferedImage picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
