package org.plinth.web.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;

/** Whether the other end of a socket still answers: pings it, and closes it when too many stay unanswered. Event loop only. */
public final class SignsOfLife {

    private final ServerWebSocket socket;
    private final int patience;
    private int unanswered;

    /** Of this socket, which is closed after so many questions without an answer. */
    public SignsOfLife(ServerWebSocket socket, int patience) {
        this.socket = socket;
        this.patience = patience;
        socket.pongHandler(ignored -> unanswered = 0);
    }

    /** Asks again; false if too many questions were left without an answer, and the socket is closed. */
    public boolean ask() {
        if (unanswered >= patience) {
            socket.close();
            return false;
        }
        unanswered++;
        socket.writePing(Buffer.buffer());
        return true;
    }
}
