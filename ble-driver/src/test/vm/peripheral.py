#!/usr/bin/python3
"""A sensor that speaks a Progressor's protocol and is a Bluetooth host of its own, over a virtual controller's socket.

Nothing of BlueZ is in it: HCI in H4 packets, L2CAP, an ATT server. Commands: 64 tare, 65 start, 66 stop, 6F battery,
6B firmware, 70 id; for tests alone F1 drops the link. Packet i holds samples 4i to 4i+3; sample n shows n mod 1000 tenths
of a kilogram at n * 12500 us, 20 packets (80 samples) a second.
"""
import select
import socket
import struct
import sys
import time
import uuid

NAME = b"Progressor_0001"
SAMPLES, PACKETS_PER_SECOND = 4, 20
ACL_BYTES = 27  # the least that every controller takes at once
ATT_CHANNEL, SIGNALLING, SECURITY = 4, 5, 6
OUR_MTU = 247
READ_NOT_PERMITTED, NOT_FOUND, NOT_SUPPORTED = 0x02, 0x0A, 0x06
DATA, SUBSCRIPTION, CONTROL = 6, 7, 9


def short(number):
    return struct.pack("<H", number)


def progressor(number):
    return uuid.UUID("7e4e17%02x-1ea6-40c9-9dcc-13d34ffead57" % number).bytes[::-1]


# handle: (type, value)
ATTRIBUTES = {
    1: (short(0x2800), short(0x1800)),
    2: (short(0x2803), b"\x02" + short(3) + short(0x2A00)),
    3: (short(0x2A00), NAME),
    4: (short(0x2800), progressor(1)),
    5: (short(0x2803), b"\x10" + short(DATA) + progressor(2)),
    DATA: (progressor(2), b""),
    SUBSCRIPTION: (short(0x2902), b"\0\0"),
    8: (short(0x2803), b"\x0c" + short(CONTROL) + progressor(3)),
    CONTROL: (progressor(3), b""),
}
LAST_OF_SERVICE = {1: 3, 4: 9}


class Link:
    """The controller's socket: commands, events, and ACL data by the controller's credits."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self.received = b""
        self.handle = None
        self.forget()

    def forget(self):
        self.credits, self.waiting, self.partial = 4, [], b""

    def command(self, opcode, parameters=b""):
        self.socket.sendall(b"\x01" + short(opcode) + bytes([len(parameters)]) + parameters)

    def send(self, channel, payload):
        frame = short(len(payload)) + short(channel) + payload
        for at in range(0, len(frame), ACL_BYTES):
            piece = frame[at:at + ACL_BYTES]
            flags = self.handle | (0x1000 if at else 0)
            self.waiting.append(b"\x02" + struct.pack("<HH", flags, len(piece)) + piece)
        self.flush()

    def flush(self):
        while self.waiting and self.credits > 0:
            self.credits -= 1
            self.socket.sendall(self.waiting.pop(0))

    def packets(self, seconds):
        """What has come: pairs of kind and body."""
        if not select.select([self.socket], [], [], seconds)[0]:
            return
        data = self.socket.recv(4096)
        if not data:
            sys.exit("the controller is gone")
        self.received += data
        while len(self.received) >= 5 or (len(self.received) >= 3 and self.received[0] == 4):
            length = 3 + self.received[2] if self.received[0] == 4 else 5 + struct.unpack_from("<H", self.received, 3)[0]
            if len(self.received) < length:
                return
            packet, self.received = self.received[:length], self.received[length:]
            yield packet[0], packet[1:]

    def whole(self, body):
        """An L2CAP frame, once its last piece is here."""
        flags = struct.unpack_from("<H", body)[0] >> 12 & 3
        self.partial = self.partial + body[4:] if flags == 1 else body[4:]
        if len(self.partial) < 4:
            return None
        length, channel = struct.unpack_from("<HH", self.partial)
        if len(self.partial) - 4 < length:
            return None
        frame, self.partial = self.partial[4:4 + length], b""
        return channel, frame


class Sensor:
    def __init__(self, link):
        self.link, self.mtu, self.subscribed, self.began, self.sent, self.drop_at = link, 23, False, None, 0, None

    def notify(self, value):
        if self.link.handle is not None and self.subscribed:
            self.link.send(ATT_CHANNEL, b"\x1b" + short(DATA) + value[:self.mtu - 3])

    def command(self, value):
        opcode = value[0]
        if opcode == 0x65:
            self.began, self.sent = time.monotonic(), 0
            print("%.3f started" % time.monotonic(), flush=True)
        elif opcode == 0x66:
            self.began = None
        elif opcode == 0x6F:
            self.notify(b"\0\x04" + struct.pack("<I", 3987))
        elif opcode == 0x6B:
            self.notify(b"\0\x051.2.3")
        elif opcode == 0x70:
            self.notify(b"\0\x08\x01\x02\x03\x04\x05\x06\x07\x08")
        elif opcode == 0xF1:
            self.drop_at = time.monotonic() + 0.05

    def tick(self):
        now = time.monotonic()
        if self.drop_at and now >= self.drop_at:
            self.drop_at, self.began = None, None
            if self.link.handle is not None:
                self.link.waiting.clear()
                self.link.command(0x0406, short(self.link.handle) + b"\x13")
        while self.began is not None and self.sent <= (now - self.began) * PACKETS_PER_SECOND and len(self.link.waiting) < 300:
            packet = bytearray([1, 8 * SAMPLES])
            for sample in range(self.sent * SAMPLES, (self.sent + 1) * SAMPLES):
                packet += struct.pack("<fI", sample % 1000 * 0.1, sample * 12500 & 0xFFFFFFFF)
            self.notify(bytes(packet))
            self.sent += 1

    # --- the ATT server

    def error(self, request, handle, code):
        return b"\x01" + bytes([request]) + short(handle) + bytes([code])

    def equal_sized(self, request, first, entries):
        """A list reply: its entries all have the length of the first."""
        body, size = b"", 0
        for entry in entries:
            if size and len(entry) != size or len(body) + len(entry) > self.mtu - 2:
                break
            size = len(entry)
            body += entry
        return (body, size) if body else (None, 0)

    def answer(self, request):
        kind = request[0]
        if kind == 0x02:
            self.mtu = max(23, min(OUR_MTU, struct.unpack_from("<H", request, 1)[0]))
            return b"\x03" + short(OUR_MTU)
        if kind in (0x04, 0x08, 0x10):
            return self.listing(kind, request)
        if kind == 0x06:
            first, last, wanted = struct.unpack_from("<HHH", request, 1)
            found = [handle for handle in ATTRIBUTES
                     if first <= handle <= last and ATTRIBUTES[handle] == (short(wanted), request[7:])]
            spans = b"".join(short(handle) + short(LAST_OF_SERVICE.get(handle, handle)) for handle in found)
            return b"\x07" + spans if spans else self.error(kind, first, NOT_FOUND)
        if kind in (0x0A, 0x0C):
            handle = struct.unpack_from("<H", request, 1)[0]
            offset = struct.unpack_from("<H", request, 3)[0] if kind == 0x0C else 0
            if handle not in ATTRIBUTES:
                return self.error(kind, handle, 0x01)
            if handle in (DATA, CONTROL):
                return self.error(kind, handle, READ_NOT_PERMITTED)
            return bytes([kind + 1]) + ATTRIBUTES[handle][1][offset:offset + self.mtu - 1]
        if kind in (0x12, 0x52):
            handle = struct.unpack_from("<H", request, 1)[0]
            if kind == 0x12:
                self.link.send(ATT_CHANNEL, b"\x13")
            if handle == SUBSCRIPTION:
                self.subscribed = bool(request[3] & 1)
            elif handle == CONTROL and len(request) > 3:
                self.command(request[3:])
            return None
        return None if kind == 0x1E or kind & 0x40 else self.error(kind, 0, NOT_SUPPORTED)

    def listing(self, kind, request):
        first, last = struct.unpack_from("<HH", request, 1)
        wanted = request[5:]
        handles = [handle for handle in sorted(ATTRIBUTES) if first <= handle <= last]
        if kind == 0x04:
            body, size = self.equal_sized(kind, first, [short(handle) + ATTRIBUTES[handle][0] for handle in handles])
            return b"\x05" + (b"\x01" if size == 4 else b"\x02") + body if body else self.error(kind, first, NOT_FOUND)
        entries = []
        for handle in handles:
            typed, value = ATTRIBUTES[handle]
            if typed == wanted:
                last_one = short(LAST_OF_SERVICE.get(handle, handle)) if kind == 0x10 else b""
                entries.append(short(handle) + last_one + value)
        body, size = self.equal_sized(kind, first, entries)
        return bytes([kind + 1, size]) + body if body else self.error(kind, first, NOT_FOUND)


def advertise(link, on=True):
    link.command(0x200A, b"\x01" if on else b"\x00")


def prepare(link):
    link.command(0x0C03)
    link.command(0x0C01, b"\xff" * 7 + b"\x3f")
    link.command(0x2001, b"\x1f" + bytes(7))
    link.command(0x2006, struct.pack("<HHBBB6sBB", 0xA0, 0xA0, 0, 0, 0, bytes(6), 7, 0))
    said = b"\x02\x01\x06" + b"\x11\x07" + progressor(1)
    link.command(0x2008, bytes([len(said)]) + said.ljust(31, b"\0"))
    name = bytes([len(NAME) + 1, 9]) + NAME
    link.command(0x2009, bytes([len(name)]) + name.ljust(31, b"\0"))
    advertise(link)
    print("advertising", flush=True)


def event(link, sensor, body):
    code = body[0]
    if code == 0x3E and body[2] in (0x01, 0x0A) and body[3] == 0:
        link.forget()
        link.handle = struct.unpack_from("<H", body, 4)[0]
        sensor.__init__(link)
        print("connected", flush=True)
    elif code == 0x05:
        link.handle = None
        link.forget()
        sensor.__init__(link)
        print("disconnected, reason 0x%02x" % body[5], flush=True)
        advertise(link)
    elif code == 0x13:
        link.credits += sum(struct.unpack_from("<H", body, 5 + 4 * i)[0] for i in range(body[2]))
        link.flush()


def data(link, sensor, body):
    frame = link.whole(body)
    if frame is None or link.handle is None:
        return
    channel, payload = frame
    if channel == ATT_CHANNEL:
        reply = sensor.answer(payload)
        if reply is not None:
            link.send(ATT_CHANNEL, reply)
    elif channel == SIGNALLING and payload[0] != 1:
        link.send(SIGNALLING, b"\x01" + payload[1:2] + short(2) + short(0))
    elif channel == SECURITY and payload[0] == 1:
        link.send(SECURITY, b"\x05\x05")


def main():
    link = Link(sys.argv[1])
    sensor = Sensor(link)
    prepare(link)
    while True:
        for kind, body in link.packets(0.005 if sensor.began or sensor.drop_at else 0.3):
            if kind == 4:
                event(link, sensor, body)
            elif kind == 2:
                data(link, sensor, body)
        sensor.tick()


main()
