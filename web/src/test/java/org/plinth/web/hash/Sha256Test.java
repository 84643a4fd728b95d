package org.plinth.web.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/** Against the examples of NIST for FIPS 180-4 ("abc", the empty message and 448 bits). */
class Sha256Test {

    @Test
    void the_published_examples_come_out() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Sha256.hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))
                .isEqualTo("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    }

    @Test
    void texts_bytes_and_pieces_come_to_the_same() {
        MessageDigest fed = Sha256.digest();
        fed.update("Größe ".getBytes(StandardCharsets.UTF_8));
        fed.update("5 N".getBytes(StandardCharsets.UTF_8));

        assertThat(Sha256.hex("Größe ", "5 N"))
                .isEqualTo(Sha256.hex("Größe 5 N"))
                .isEqualTo(Sha256.hex("Größe 5 N".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Sha256.hex(fed));
    }
}
