package org.plinth.web.sso.passkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A device that holds one passkey, in software: ES256, attestation "none". It can be told to lie.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-2/#sctn-authenticator-data">Web Authentication, level 2, section 6.1</a>
 */
final class SoftDevice {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final byte[] id = new byte[32];
    private KeyPair key = elliptic();

    String origin;
    String relyingParty;
    String handle = "";
    String makes = "webauthn.create";
    String uses = "webauthn.get";
    boolean verifies = true;
    long counter;

    SoftDevice(String origin, String relyingParty) {
        this.origin = origin;
        this.relyingParty = relyingParty;
        new SecureRandom().nextBytes(id);
    }

    String id() {
        return base64(id);
    }

    /** Another key under the same name. */
    void changeKey() {
        key = elliptic();
    }

    /** The fields of a registration. */
    Map<String, String> make(String challenge) {
        byte[] data = concat(data(ATTESTED), attested());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0xA3); // map of three
        text(out, "fmt");
        text(out, "none");
        text(out, "attStmt");
        out.write(0xA0);
        text(out, "authData");
        bytes(out, data);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", id());
        fields.put("clientDataJSON", base64(client(makes, challenge)));
        fields.put("attestationObject", base64(out.toByteArray()));
        return fields;
    }

    /** The fields of a log-in. */
    Map<String, String> use(String challenge) {
        byte[] data = data(0);
        byte[] client = client(uses, challenge);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", id());
        fields.put("clientDataJSON", base64(client));
        fields.put("authenticatorData", base64(data));
        fields.put("signature", base64(sign(concat(data, sha256(client)))));
        fields.put("userHandle", handle);
        return fields;
    }

    private byte[] data(int more) {
        int flags = PRESENT | (verifies ? VERIFIED : 0) | more;
        return ByteBuffer.allocate(37)
                .put(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt((int) counter)
                .array();
    }

    private byte[] attested() {
        ECPublicKey open = (ECPublicKey) key.getPublic();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[16]); // no model
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        out.writeBytes(id);
        out.write(0xA5); // COSE key: kty 2, alg -7, crv 1, x, y
        out.writeBytes(new byte[] {0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        bytes(out, unsigned(open.getW().getAffineX()));
        out.write(0x22);
        bytes(out, unsigned(open.getW().getAffineY()));
        return out.toByteArray();
    }

    private byte[] client(String type, String challenge) {
        String json = "{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                + "\",\"crossOrigin\":false}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 + text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        out.write(0x58);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] bytes = new byte[32];
        int from = Math.max(0, signed.length - 32);
        System.arraycopy(signed, from, bytes, 32 - (signed.length - from), signed.length - from);
        return bytes;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair elliptic() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
