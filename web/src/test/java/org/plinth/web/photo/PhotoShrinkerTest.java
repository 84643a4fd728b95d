package org.plinth.web.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.web.photo.PictureRefused.Why;
import org.plinth.web.testkit.Pictures;

/** What is made of a photo, of things that are none, and of files that mean harm. */
class PhotoShrinkerTest {

    private static BufferedImage read(SmallPicture small) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(small.jpeg()));
    }

    private static Why refused(byte[] file) {
        return catchThrowableOfType(PictureRefused.class, () -> PhotoShrinker.shrink(file))
                .why();
    }

    private static void assertColour(BufferedImage picture, double across, double down, int colour) {
        Color found =
                new Color(picture.getRGB((int) (across * picture.getWidth()), (int) (down * picture.getHeight())));
        Color wanted = new Color(colour);
        assertThat(Math.abs(found.getRed() - wanted.getRed())
                        + Math.abs(found.getGreen() - wanted.getGreen())
                        + Math.abs(found.getBlue() - wanted.getBlue()))
                .as("at " + across + ", " + down + " is " + found)
                .isLessThan(60);
    }

    private static void assertUpright(BufferedImage picture) {
        assertColour(picture, 0.25, 0.25, Pictures.RED);
        assertColour(picture, 0.75, 0.25, Pictures.GREEN);
        assertColour(picture, 0.25, 0.75, Pictures.BLUE);
        assertColour(picture, 0.75, 0.75, Pictures.WHITE);
    }

    /** The upright picture as a camera stores it whose first row is at this side of it, and whose first column at that one. */
    private static BufferedImage stored(BufferedImage upright, String firstRow, String firstColumn) {
        boolean rowsAcross = firstRow.equals("top") || firstRow.equals("bottom");
        int width = rowsAcross ? upright.getWidth() : upright.getHeight();
        int height = rowsAcross ? upright.getHeight() : upright.getWidth();
        BufferedImage stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int along = at(firstRow, row, height);
                int across = at(firstColumn, column, width);
                stored.setRGB(column, row, rowsAcross ? upright.getRGB(across, along) : upright.getRGB(along, across));
            }
        }
        return stored;
    }

    private static int at(String begins, int index, int size) {
        return begins.equals("top") || begins.equals("left") ? index : size - 1 - index;
    }

    /** Exif 2.32, table of tag 0x0112: where the first row and the first column are. */
    @ParameterizedTest
    @CsvSource({
        "1, top, left",
        "2, top, right",
        "3, bottom, right",
        "4, bottom, left",
        "5, left, top",
        "6, right, top",
        "7, right, bottom",
        "8, left, bottom"
    })
    void a_photo_is_upright_however_the_tablet_was_held(int orientation, String firstRow, String firstColumn)
            throws Exception {
        BufferedImage upright = Pictures.quarters(320, 240);
        byte[] file = Pictures.coded(stored(upright, firstRow, firstColumn), "jpeg");

        SmallPicture small = PhotoShrinker.shrink(Pictures.asTaken(file, orientation));

        assertThat(small.width()).isEqualTo(320);
        assertThat(small.height()).isEqualTo(240);
        assertUpright(read(small));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 0xFFFF})
    void an_orientation_that_does_not_exist_is_upright(int orientation) throws Exception {
        assertUpright(read(PhotoShrinker.shrink(Pictures.asTaken(Pictures.jpeg(64, 48), orientation))));
    }

    @ParameterizedTest
    @CsvSource({"4032, 3024, 1280, 960", "1281, 10, 1280, 10", "100, 4000, 32, 1280", "320, 240, 320, 240", "1, 1, 1, 1"
    })
    void the_longest_side_is_1280_at_most_and_nothing_is_made_larger(int width, int height, int across, int down)
            throws Exception {
        SmallPicture small = PhotoShrinker.shrink(Pictures.jpeg(width, height));

        assertThat(small.width()).isEqualTo(across);
        assertThat(small.height()).isEqualTo(down);
        assertThat(read(small).getWidth()).isEqualTo(across);
        assertThat(read(small).getHeight()).isEqualTo(down);
    }

    @Test
    void nothing_but_pixels_is_kept_neither_exif_nor_place_nor_what_stood_behind_the_end() throws Exception {
        byte[] taken = Pictures.asTaken(Pictures.jpeg(200, 100), 6);
        assertThat(text(taken)).contains("Exif", Pictures.SECRET);

        String kept = text(PhotoShrinker.shrink(taken).jpeg());

        assertThat(kept).doesNotContain("Exif", Pictures.SECRET, "51.5007").startsWith("\u00ff\u00d8\u00ff\u00e0");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void of_a_png_what_can_be_seen_through_is_white() throws Exception {
        BufferedImage clear = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(0, 0, 0xFF000000);

        BufferedImage kept = read(PhotoShrinker.shrink(Pictures.coded(clear, "png")));

        assertColour(kept, 0.75, 0.75, 0xFFFFFF);
        assertUpright(read(PhotoShrinker.shrink(Pictures.coded(Pictures.quarters(60, 40), "png"))));
    }

    @Test
    void a_picture_of_noise_stays_small_enough_to_be_kept() throws Exception {
        BufferedImage noise = new BufferedImage(1280, 1280, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < noise.getHeight(); y++) {
            for (int x = 0; x < noise.getWidth(); x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }

        assertThat(Reduced.of(noise, 1).jpeg().length).isLessThan(Reduced.MOST_BYTES);
    }

    /** A head that says 40 000 × 40 000 costs a few bytes, and 4.8 GB of memory to whoever believes it. */
    @ParameterizedTest
    @CsvSource({"40000, 40000", "2147483647, 2147483647", "50000001, 1"})
    void a_picture_that_says_it_is_huge_is_refused_before_a_pixel_is_decoded(int width, int height) {
        assertThat(refused(png(width, height))).isEqualTo(Why.TOO_MANY_PIXELS);
    }

    /** A PNG whose pixels are not there. */
    private static byte[] png(int width, int height) {
        ByteBuffer head = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        head.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(head.array());
        return ByteBuffer.allocate(8 + 4 + 17 + 4 + 12 + 12)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(head.array())
                .putInt((int) sum.getValue())
                .putInt(0)
                .put("IDAT".getBytes(StandardCharsets.US_ASCII))
                .putInt(0x35AF061E)
                .putInt(0)
                .put("IEND".getBytes(StandardCharsets.US_ASCII))
                .putInt(0xAE426082)
                .array();
    }

    @Test
    void a_jpeg_with_hundreds_of_passes_is_refused_before_a_pixel_is_decoded() {
        byte[] jpeg = Pictures.jpeg(64, 48);
        int scan = text(jpeg).indexOf("\u00ff\u00da");
        byte[] pass = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        ByteBuffer many = ByteBuffer.allocate(jpeg.length + 200 * pass.length).put(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 200; i++) {
            many.put(pass);
        }
        many.put(jpeg, jpeg.length - 2, 2);

        assertThat(JpegMarks.of(many.array()).scans()).isEqualTo(201);
        assertThat(refused(many.array())).isEqualTo(Why.TOO_MANY_PIXELS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "BM", "\u00ff\u00d8"
            })
    void what_is_no_photo_is_no_photo(String file) {
        assertThat(refused(file.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Why.NO_PICTURE);
    }

    @Test
    void a_photo_that_breaks_off_is_refused_wherever_it_does() {
        byte[] jpeg = Pictures.asTaken(Pictures.jpeg(64, 48), 6);
        int end = jpeg.length - Pictures.SECRET.length();
        for (int length = 4; length < end; length++) {
            assertThat(refused(Arrays.copyOf(jpeg, length)))
                    .as("JPEG of " + length)
                    .isEqualTo(Why.BROKEN);
        }
        byte[] png = Pictures.coded(Pictures.quarters(64, 48), "png");
        for (int length = 9; length < png.length; length++) {
            assertThat(refused(Arrays.copyOf(png, length)))
                    .as("PNG of " + length)
                    .isEqualTo(Why.BROKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void whatever_bytes_are_wrong_it_is_a_picture_or_refused(String format) {
        byte[] good = Pictures.coded(Pictures.quarters(48, 32), format);
        byte[] file = format.equals("jpeg") ? Pictures.asTaken(good, 6) : good;
        Random random = new Random(11);
        for (int i = 0; i < 1500; i++) {
            byte[] wrong = file.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                wrong[random.nextInt(wrong.length)] = (byte) random.nextInt();
            }
            assertTaken(wrong);
        }
    }

    private static void assertTaken(byte[] file) {
        try {
            SmallPicture small = PhotoShrinker.shrink(file);
            assertThat(Math.max(small.width(), small.height())).isBetween(1, 1280);
        } catch (PictureRefused refused) {
            assertThat(refused.why()).isNotNull();
        }
    }

    @Test
    void a_file_beyond_eight_megabytes_is_refused_unread(@TempDir Path folder) throws Exception {
        Path large = folder.resolve("large");
        Files.write(large, new byte[PhotoShrinker.MOST_BYTES + 1]);

        assertThatThrownBy(() -> new PhotoShrinker().shrink(large))
                .isInstanceOfSatisfying(
                        PictureRefused.class, e -> assertThat(e.why()).isEqualTo(Why.TOO_LARGE));
        Path good = folder.resolve("good");
        Files.write(good, Pictures.jpeg(64, 48));
        assertThat(new PhotoShrinker().shrink(good).width()).isEqualTo(64);
    }
}
