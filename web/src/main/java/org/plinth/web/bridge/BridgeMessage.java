package org.plinth.web.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.bridge.BridgeBacklog;
import org.plinth.driver.link.bridge.BridgeCommand;
import org.plinth.driver.link.bridge.BridgeDevice;
import org.plinth.driver.link.bridge.BridgeFault;
import org.plinth.driver.link.bridge.BridgeReply;
import org.plinth.web.http.Json;

/**
 * A message of docs/data-format.md §5 as JSON. Fields that are not known are passed over; known ones of the wrong kind are
 * a {@link BridgeFault}.
 */
record BridgeMessage(JsonNode json) {

    private static final Pattern BRIDGE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern NOT_IN_AN_ID = Pattern.compile("[^A-Za-z0-9]");
    private static final int LONGEST_ID = 128;

    String type() {
        return text("type");
    }

    String bridge() {
        String bridge = text("bridge");
        if (!BRIDGE.matcher(bridge).matches()) {
            throw new BridgeFault("a bridge is 32 hexadecimal digits");
        }
        return bridge;
    }

    int slot() {
        return number("slot");
    }

    int op() {
        return number("op");
    }

    BridgeReply reply() {
        List<BleLink.Endpoint> notifying = new ArrayList<>();
        json.path("characteristics").forEach(one -> notifying.add(endpoint(new BridgeMessage(one))));
        return new BridgeReply(json.path("ok").asBoolean(false), bytes(), notifying);
    }

    private static BleLink.Endpoint endpoint(BridgeMessage one) {
        return new BleLink.Endpoint(uuid(one.text("service")), uuid(one.text("characteristic")));
    }

    private byte[] bytes() {
        try {
            return HexFormat.of().parseHex(json.path("bytes").asText(""));
        } catch (IllegalArgumentException wrong) {
            throw new BridgeFault("bytes are hexadecimal digits");
        }
    }

    BridgeDevice device() {
        Set<UUID> services = new HashSet<>();
        json.path("services").forEach(service -> services.add(uuid(service.asText())));
        return new BridgeDevice(optional("device").map(BridgeMessage::id), optional("name"), services);
    }

    /** A page of an older version does not tell. */
    BridgeBacklog backlog() {
        return new BridgeBacklog(count("first"), count("next"));
    }

    private long count(String name) {
        JsonNode value = json.path(name);
        if (!value.isMissingNode() && !value.canConvertToLong()) {
            throw new BridgeFault(name + " is a number");
        }
        return value.asLong(0);
    }

    /** Browsers' ids hold characters that mean something in addresses. */
    private static String id(String device) {
        if (device.length() > LONGEST_ID) {
            throw new BridgeFault("no browser has such an id");
        }
        return NOT_IN_AN_ID.matcher(device).replaceAll("_");
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException wrong) {
            throw new BridgeFault("a service or a characteristic is a UUID");
        }
    }

    private Optional<String> optional(String name) {
        return Optional.of(json.path(name).asText("")).filter(text -> !text.isEmpty());
    }

    private String text(String name) {
        return optional(name).orElseThrow(() -> new BridgeFault("a message without " + name));
    }

    private int number(String name) {
        JsonNode value = json.path(name);
        if (!value.isInt()) {
            throw new BridgeFault("a message without " + name);
        }
        return value.intValue();
    }

    static ObjectNode of(BridgeCommand command) {
        ObjectNode json = Json.object()
                .put("type", "command")
                .put("slot", command.slot())
                .put("op", command.op())
                .put("do", command.act().name().toLowerCase(Locale.ROOT));
        command.service().ifPresent(service -> json.put("service", service.toString()));
        command.characteristic().ifPresent(where -> json.put("characteristic", where.toString()));
        if (command.act() == BridgeCommand.Act.WRITE) {
            json.put("bytes", HexFormat.of().formatHex(command.bytes()));
        }
        return json;
    }
}
