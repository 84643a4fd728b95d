package org.plinth.web.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import javax.crypto.AEADBadTagException;

/** Reads sealed chunks in their order, and gives nothing of one before it was proved whole. */
final class SealedInput extends InputStream {

    private final DataInputStream in;
    private final BackupHeader header;
    private final BackupHeader.Keys keys;
    private byte[] content = new byte[0];
    private int at;
    private int number;
    private boolean last;
    private long read = BackupHeader.BYTES;

    SealedInput(InputStream from, BackupHeader.SecretOf secrets) throws IOException {
        in = new DataInputStream(from);
        BackupHeader.Opened opened = BackupHeader.read(in, secrets);
        header = opened.header();
        keys = opened.keys();
    }

    BackupHeader header() {
        return header;
    }

    /** Bytes of the file so far. */
    long bytes() {
        return read;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? content[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int some = Math.min(length, content.length - at);
        System.arraycopy(content, at, to, offset, some);
        at += some;
        return some;
    }

    private boolean hasMore() throws IOException {
        while (at == content.length && !last) {
            next();
        }
        return at < content.length;
    }

    private void next() throws IOException {
        byte[] frame = new byte[Chunks.FRAME_BYTES];
        try {
            in.readFully(frame);
        } catch (EOFException e) {
            throw new BackupFailure("keep.backup.truncated", Integer.toString(number));
        }
        ByteBuffer told = ByteBuffer.wrap(frame);
        int found = told.getInt();
        int flag = told.get();
        int length = told.getInt();
        if (found != number) {
            throw new BackupFailure("keep.backup.order", Integer.toString(number), Integer.toUnsignedString(found));
        }
        if (length < 0 || length > header.chunkBytes() || flag < 0 || flag > 1) {
            throw damaged();
        }
        byte[] sealed = new byte[length + Chunks.TAG_BYTES];
        try {
            in.readFully(sealed);
        } catch (EOFException e) {
            throw new BackupFailure("keep.backup.truncated", Integer.toString(number));
        }
        try {
            content = Chunks.open(keys, frame, sealed);
        } catch (AEADBadTagException e) {
            throw damaged();
        }
        at = 0;
        number++;
        read += frame.length + sealed.length;
        last = flag == 1;
        if (last && in.read() >= 0) {
            throw new BackupFailure("keep.backup.trailing");
        }
    }

    private BackupFailure damaged() {
        return new BackupFailure("keep.backup.damaged", Integer.toString(number), Long.toString(read));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
