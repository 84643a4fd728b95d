package org.plinth.web.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between a browser and a server, which can be cut and mended. */
final class CutWire implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 14;

    private final ServerSocket entry;
    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    CutWire(URI server) throws IOException {
        this.server = server;
        entry = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        inBackground(this::accept);
    }

    /** Where the browser finds the server. */
    URI root() {
        return URI.create("http://127.0.0.1:" + entry.getLocalPort() + "/");
    }

    void cut() {
        cut = true;
        open.forEach(CutWire::end);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket from = entry.accept();
                if (cut) {
                    end(from);
                } else {
                    join(from, new Socket(server.getHost(), server.getPort()));
                }
            } catch (IOException closed) {
                // The next one may come through.
            }
        }
    }

    private void join(Socket from, Socket to) {
        open.add(from);
        open.add(to);
        inBackground(() -> pump(from, to));
        inBackground(() -> pump(to, from));
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // Both ends are closed below.
        }
        end(from);
        end(to);
        open.remove(from);
        open.remove(to);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "cut-wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        cut();
    }
}
