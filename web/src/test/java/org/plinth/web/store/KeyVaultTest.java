package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.config.DataFolder;
import org.plinth.web.config.StartRefused;

class KeyVaultTest {

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();

    @Test
    void key_file_is_made_once_and_private() throws Exception {
        Path file = folder.resolve("keys/master.key");

        KeyVault first = KeyVault.open(file, random);
        String content = Files.readString(file);
        KeyVault second = KeyVault.open(file, random);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).isEqualTo(content);
        Id<Patient> patient = Id.random(random);
        KeyVault.WrappedKey key = first.newKey(patient);
        assertThat(second.unwrap(key).id()).isEqualTo(key.id());
    }

    @Test
    void wrapped_key_opens_for_its_patient_and_master_only() {
        KeyVault vault = KeyVault.open(folder.resolve("a.key"), random);
        KeyVault other = KeyVault.open(folder.resolve("b.key"), random);
        KeyVault.WrappedKey key = vault.newKey(Id.random(random));
        KeyVault.WrappedKey moved = new KeyVault.WrappedKey(key.id(), Id.random(random), key.wrapped());

        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> other.unwrap(key));
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> vault.unwrap(moved));
    }

    @Test
    void damaged_key_file_is_refused_and_left_alone() throws Exception {
        Path file = folder.resolve("master.key");
        Files.writeString(file, "something else");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> KeyVault.open(file, random))
                .satisfies(e -> assertThat(e.faults().get(0).key()).isEqualTo("store.key-file-damaged"));
        assertThat(file).hasContent("something else");
    }

    @Test
    void database_refuses_another_master_key() {
        Samples samples = new Samples(1);
        try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
            try (Database first =
                    Database.open(data, Optional.empty(), KeyVault.open(folder.resolve("a.key"), random))) {
                samples.found(first);
                samples.course(first, "Ada");
            }

            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(
                            () -> Database.open(data, Optional.empty(), KeyVault.open(folder.resolve("b.key"), random)))
                    .satisfies(e -> assertThat(e.faults().get(0).key()).isEqualTo("store.key-mismatch"));
        }
    }
}
