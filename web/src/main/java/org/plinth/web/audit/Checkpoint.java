package org.plinth.web.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plinth.web.store.CanonicalJson;

/**
 * A signed statement of how far the audit chain had come. Who has one, on paper or on another machine, sees whether the
 * chain was cut or written anew afterwards: the chain alone cannot tell.
 *
 * @param number 1 for the first, then + 1
 * @param seq number of the chain's last row
 * @param head hash of it
 * @param rows how many rows there were
 * @param journals how many journals there were
 * @param at when, by the server's clock
 * @param previous SHA-256 of the line before in the file; 64 zeros for the first
 * @param key id of the key
 * @param follows the key before it and that key's signature of it; empty for a key that follows none
 * @param signature Ed25519, hexadecimal
 */
public record Checkpoint(
        long number,
        long seq,
        String head,
        long rows,
        long journals,
        Instant at,
        String previous,
        String key,
        Optional<String> follows,
        String signature) {

    /** Stands before a statement when it is signed, so that the signature can stand for nothing else. */
    static final String PURPOSE = "plinth-checkpoint-1\n";

    /** What stands before the first line. */
    static final String NO_HASH = "0".repeat(64);

    private static final int FORMAT = 1;
    private static final int SHOWN_OF_HEAD = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same, signed. */
    Checkpoint signedBy(CheckpointKey by) {
        Checkpoint named = with(by, "");
        return named.with(by, by.sign(named.statement()));
    }

    private Checkpoint with(CheckpointKey by, String newSignature) {
        return new Checkpoint(number, seq, head, rows, journals, at, previous, by.id(), by.follows(), newSignature);
    }

    /** What is signed. */
    byte[] statement() {
        return (PURPOSE + CanonicalJson.object(fields())).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("format", FORMAT);
        fields.put("number", number);
        fields.put("seq", seq);
        fields.put("head", head);
        fields.put("rows", rows);
        fields.put("journals", journals);
        fields.put("at", at);
        fields.put("previous", previous);
        fields.put("key", key);
        follows.ifPresent(signed -> fields.put("follows", signed));
        return fields;
    }

    /** As it stands in the file, without the line end. */
    public String line() {
        Map<String, Object> fields = fields();
        fields.put("signature", signature);
        return CanonicalJson.object(fields);
    }

    /** Number of the last row and the first 16 digits of its hash: what fits at the foot of a page. */
    public String shortForm() {
        return seq + "-" + head.substring(0, SHOWN_OF_HEAD);
    }

    /** Whether this key signed it. */
    boolean isSignedBy(PublicKey by) {
        return CheckpointKey.idOf(by).equals(key) && CheckpointKey.isSigned(by, statement(), signature);
    }

    /** A line of the file; empty unless it is exactly what this class would write. */
    public static Optional<Checkpoint> parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            Checkpoint read = new Checkpoint(
                    json.path("number").asLong(),
                    json.path("seq").asLong(),
                    json.path("head").asText(),
                    json.path("rows").asLong(),
                    json.path("journals").asLong(),
                    Instant.parse(json.path("at").asText()),
                    json.path("previous").asText(),
                    json.path("key").asText(),
                    Optional.of(json.path("follows"))
                            .filter(JsonNode::isTextual)
                            .map(JsonNode::asText),
                    json.path("signature").asText());
            boolean exact =
                    read.head().length() == NO_HASH.length() && read.line().equals(line);
            return exact ? Optional.of(read) : Optional.empty();
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
