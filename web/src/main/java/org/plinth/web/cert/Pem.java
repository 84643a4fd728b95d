package org.plinth.web.cert;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.plinth.web.config.PrivateFiles;

/** Certificates and keys as text. Files are mode 0600 and are replaced whole or not at all. */
final class Pem {

    private Pem() {}

    static X509Certificate certificate(Path file) throws IOException, CertificateException {
        if (first(file) instanceof X509CertificateHolder found) {
            return new JcaX509CertificateConverter().getCertificate(found);
        }
        throw new CertificateException(file.getFileName() + " holds no certificate");
    }

    static PrivateKey key(Path file) throws IOException, CertificateException {
        Object first = first(file);
        if (first instanceof PrivateKeyInfo found) {
            return new JcaPEMKeyConverter().getPrivateKey(found);
        }
        if (first instanceof PEMKeyPair found) {
            // As OpenSSL wrote them for long: "BEGIN RSA PRIVATE KEY", "BEGIN EC PRIVATE KEY".
            return new JcaPEMKeyConverter().getPrivateKey(found.getPrivateKeyInfo());
        }
        throw new CertificateException(file.getFileName() + " holds no key");
    }

    private static Object first(Path file) throws IOException, CertificateException {
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file, StandardCharsets.US_ASCII)))) {
            Object found = parser.readObject();
            if (found == null) {
                throw new CertificateException(file.getFileName() + " is no PEM");
            }
            return found;
        }
    }

    static void write(Path file, X509Certificate... chain) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (X509Certificate one : chain) {
                writer.writeObject(one);
            }
        }
        write(file, text.toString());
    }

    static void write(Path file, PrivateKey key) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            // PKCS #8, which every server reads.
            writer.writeObject(new JcaPKCS8Generator(key, null));
        }
        write(file, text.toString());
    }

    private static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        PrivateFiles.create(part);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
