package org.plinth.web.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Made-up pictures whose four quarters are told apart: red, green, blue, white, from the top left by rows. */
public final class Pictures {

    public static final int RED = 0xE02020;
    public static final int GREEN = 0x20C020;
    public static final int BLUE = 0x2020E0;
    public static final int WHITE = 0xF0F0F0;

    /** What a camera writes into a file and nobody wants to keep. */
    public static final String SECRET = "51.5007N 0.1246W of Sample Ada";

    private static final int QUARTERS = 2;

    private Pictures() {}

    public static BufferedImage quarters(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean left = x < width / QUARTERS;
                boolean top = y < height / QUARTERS;
                picture.setRGB(x, y, top ? (left ? RED : GREEN) : (left ? BLUE : WHITE));
            }
        }
        return picture;
    }

    public static byte[] coded(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] jpeg(int width, int height) {
        return coded(quarters(width, height), "jpeg");
    }

    /** The JPEG as a telephone writes it: with Exif that says how it was held, and where, and with bytes behind its end. */
    public static byte[] asTaken(byte[] jpeg, int orientation) {
        byte[] said = SECRET.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + said.length);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(said.length).putInt(8 + 2 + 2 * 12 + 4);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put(said);
        byte[] exif = tiff.array();
        return ByteBuffer.allocate(jpeg.length + 10 + exif.length + said.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (8 + exif.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .put(said)
                .array();
    }
}
