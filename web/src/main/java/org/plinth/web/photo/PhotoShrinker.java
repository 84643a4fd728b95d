package org.plinth.web.photo;

import java.awt.color.CMMException;
import java.awt.color.ProfileDataException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.plinth.web.photo.PictureRefused.Why;

/**
 * Makes a small upright JPEG of a photo. Every pixel is decoded and coded anew, so nothing else of the file is kept: no place, no camera,
 * no thumbnail, no text, no bytes behind the end. Blocks; any thread but an event loop, at most two at once.
 */
public final class PhotoShrinker {

    /** Most bytes of a file. */
    public static final int MOST_BYTES = 8 << 20;

    /** Most pixels that are decoded: what telephones make today [assumed]. */
    public static final long MOST_PIXELS = 50_000_000;

    /** Most passes of a JPEG over its pixels; cameras make one, converters about ten [assumed]. */
    static final int MOST_SCANS = 60;

    /** Least longest side of what is decoded, where the file has it: enough to make the small one of [px]. */
    private static final int ENOUGH = 3 * Reduced.LONGEST_SIDE / 2;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Length, name and checksum of a chunk [bytes]. */
    private static final int CHUNK_FRAME = 12;

    /** {@code IEND}. */
    private static final int LAST_CHUNK = 0x49454E44;

    private final Semaphore free = new Semaphore(2);

    /**
     * Makes it of a file.
     *
     * @throws PictureRefused if it is too large, no JPEG or PNG, or broken
     * @throws UncheckedIOException if the file cannot be read
     */
    public SmallPicture shrink(Path file) throws PictureRefused {
        free.acquireUninterruptibly();
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new PictureRefused(Why.TOO_LARGE);
            }
            return shrink(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            free.release();
        }
    }

    static SmallPicture shrink(byte[] file) throws PictureRefused {
        if (file.length > MOST_BYTES) {
            throw new PictureRefused(Why.TOO_LARGE);
        }
        if (JpegMarks.begins(file)) {
            JpegMarks marks = JpegMarks.of(file);
            if (!marks.whole()) {
                throw new PictureRefused(Why.BROKEN);
            }
            if (marks.scans() > MOST_SCANS) {
                throw new PictureRefused(Why.TOO_MANY_PIXELS);
            }
            return Reduced.of(decoded("jpeg", file), marks.orientation());
        }
        if (file.length > PNG.length && Arrays.equals(PNG, 0, PNG.length, file, 0, PNG.length)) {
            if (!isWholePng(file)) {
                throw new PictureRefused(Why.BROKEN);
            }
            return Reduced.of(decoded("png", file), 1);
        }
        throw new PictureRefused(Why.NO_PICTURE);
    }

    /** Whether its last chunk is there: the reader fills what is missing with black (ISO/IEC 15948, 2004, 11.2.5). */
    private static boolean isWholePng(byte[] file) {
        ByteBuffer chunks = ByteBuffer.wrap(file);
        long at = PNG.length;
        while (at + CHUNK_FRAME <= file.length) {
            long end = at + CHUNK_FRAME + Integer.toUnsignedLong(chunks.getInt((int) at));
            if (chunks.getInt((int) at + Integer.BYTES) == LAST_CHUNK) {
                return end <= file.length;
            }
            at = end;
        }
        return false;
    }

    /** Fewer pixels than the file has, where it has many: rows are dropped while they are decoded. */
    private static BufferedImage decoded(String format, byte[] file) throws PictureRefused {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new PictureRefused(Why.TOO_MANY_PIXELS);
            }
            ImageReadParam all = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / ENOUGH);
            all.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, all);
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException
                | NullPointerException
                | CMMException
                | ProfileDataException e) {
            // What the readers of the platform throw at a file that is not as they expect.
            throw new PictureRefused(Why.BROKEN);
        } finally {
            reader.dispose();
        }
    }
}
