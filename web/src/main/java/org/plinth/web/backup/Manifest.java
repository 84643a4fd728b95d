package org.plinth.web.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.plinth.web.EngineVersion;

/**
 * What a backup says of itself before anything else.
 *
 * @param schema of the database
 * @param withKey whether the master key follows
 */
record Manifest(int schema, boolean withKey) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String json() {
        return JSON.createObjectNode()
                .put("format", BackupHeader.VERSION)
                .put("plinth", EngineVersion.current())
                .put("schema", schema)
                .put("key", withKey)
                .toString();
    }

    static Manifest parse(String text) throws IOException {
        JsonNode json = JSON.readTree(text);
        return new Manifest(json.path("schema").asInt(), json.path("key").asBoolean());
    }
}
