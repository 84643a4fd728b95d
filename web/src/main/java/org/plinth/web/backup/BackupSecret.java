package org.plinth.web.backup;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.plinth.web.store.KeyVault;

/** What a backup is sealed with. */
public sealed interface BackupSecret {

    /** How the header names it. */
    int code();

    /** The 32-byte key of one backup. */
    byte[] key(byte[] salt, Cost cost);

    /** What making a key out of a passphrase costs; nothing for a key. */
    Cost cost();

    /**
     * Parameters of Argon2id.
     *
     * @param memoryKib memory
     * @param passes over it
     * @param lanes at once
     */
    record Cost(int memoryKib, int passes, int lanes) {

        static final Cost NONE = new Cost(0, 0, 0);

        /** The memory and passes of RFC 9106 §4's second recommendation, in one lane. */
        static final Cost STANDARD = new Cost(64 * 1024, 3, 1);

        private static final int MOST_MEMORY_KIB = 128 * 1024;
        private static final int MOST_PASSES = 16;
        private static final int MOST_LANES = 16;

        /** Whether a header may ask for it: it is not authenticated before it is used. */
        boolean isBearable() {
            return memoryKib >= 8 * lanes
                    && memoryKib <= MOST_MEMORY_KIB
                    && passes >= 1
                    && passes <= MOST_PASSES
                    && lanes >= 1
                    && lanes <= MOST_LANES;
        }
    }

    /**
     * The master key of the installation. Whoever restores needs its file.
     *
     * @param keys the master key
     */
    record MasterKey(KeyVault keys) implements BackupSecret {

        static final int CODE = 1;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] key(byte[] salt, Cost cost) {
            return keys.derived("backup " + HexFormat.of().formatHex(salt));
        }

        @Override
        public Cost cost() {
            return Cost.NONE;
        }
    }

    /**
     * A passphrase, stretched with Argon2id.
     *
     * @param phrase as it was typed
     */
    record Passphrase(String phrase) implements BackupSecret {

        static final int CODE = 2;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] key(byte[] salt, Cost cost) {
            return Argon2Function.getInstance(cost.memoryKib(), cost.passes(), cost.lanes(), 32, Argon2.ID)
                    .hash(phrase.getBytes(StandardCharsets.UTF_8), salt)
                    .getBytes();
        }

        @Override
        public Cost cost() {
            return Cost.STANDARD;
        }

        @Override
        public String toString() {
            return "a passphrase";
        }
    }
}
