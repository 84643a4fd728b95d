package org.plinth.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parts of the live page on their own, where a whole visit would hide what they do. */
@Tag("browser")
class LivePartsTest extends StageKit {

    private Object modules(String work) {
        return page.evaluate("async () => { const script = document.querySelector('script[src$=\"live/main.js\"]').src;"
                + " const from = (name) => import(new URL(name, script)); " + work + " }");
    }

    @Test
    void what_a_page_left_of_two_sensors_is_sent_each_from_where_the_server_has_it() {
        Object sent = modules(
                """
                const { Vault } = await from('../bluetooth/vault.js');
                const { deliver } = await from('../bluetooth/leftover.js');
                const request = navigator.locks.request.bind(navigator.locks);
                navigator.locks.request = () => {}; // the page that kept these is gone
                const vault = new Vault('a'.repeat(32));
                const packet = (seq) => ({ seq, bytes: new Uint8Array([seq]) });
                await vault.put({ device: 'x', name: 'one' }, 0, [packet(7), packet(8)]);
                await vault.put({ device: 'y', name: 'two' }, 1, [packet(1), packet(2), packet(3)]);
                await vault.flush();
                navigator.locks.request = request;
                const sent = [];
                let ended;
                const done = new Promise((resolve) => (ended = resolve));
                window.WebSocket = class {
                  constructor() {
                    setTimeout(() => this.onopen(), 0);
                  }
                  send(what) {
                    if (typeof what !== 'string') return sent.push(new Uint8Array(what)[0]);
                    const { type, slot } = JSON.parse(what);
                    sent.push(type + slot);
                    if (type === 'gone' && slot === 1) ended();
                    if (type !== 'open') return undefined;
                    // the server speaks of every slot of that page, whichever was opened
                    const tell = (message) => setTimeout(() => this.onmessage({ data: JSON.stringify(message) }), 0);
                    tell({ type: 'ack', slot: 0, seq: 7 });
                    tell({ type: 'ack', slot: 1, seq: 1 });
                    tell({ type: 'ack', slot: 0, seq: 8 });
                    tell({ type: 'ack', slot: 1, seq: 3 });
                  }
                  close() {}
                };
                deliver(() => sent.push('late'));
                await done;
                return sent.join();
                """);

        assertThat(sent).isEqualTo("open0,8,gone0,open1,2,3,gone1");
    }

    @Test
    void an_attempt_to_connect_that_hangs_is_given_up_and_the_next_one_may_succeed() {
        Object done = modules(
                """
                const { Sensor } = await from('../bluetooth/sensor.js');
                const wait = window.setTimeout;
                window.setTimeout = (then, ms) => wait(then, ms / 100);
                const did = [];
                const characteristic = { uuid: 'c', properties: { notify: true } };
                const services = async () => [{ uuid: 's', getCharacteristics: async () => [characteristic] }];
                const gatt = {
                  connect() {
                    did.push('connect');
                    return did.length === 1 ? new Promise(() => {}) : Promise.resolve({ getPrimaryServices: services });
                  },
                  disconnect() { did.push('disconnect'); },
                };
                const sensor = new Sensor({ gatt, addEventListener() {} }, { packet() {}, gone() { did.push('gone'); } });
                const { characteristics } = await sensor.obey({ do: 'connect' });
                return did.join() + ' ' + JSON.stringify(characteristics) + ' ' + sensor.wanted;
                """);

        assertThat(done).isEqualTo("connect,disconnect,connect [{\"service\":\"s\",\"characteristic\":\"c\"}] true");
    }

    @Test
    void a_server_that_is_away_for_more_than_a_minute_is_said_to_wait_no_longer() {
        Object said = modules(
                """
                const { Bridge } = await from('../bluetooth/bridge.js');
                window.WebSocket = class { addEventListener() {} };
                const told = [];
                const bridge = new Bridge([], { kept: (packets, away, late) => told.push([packets, away, late].join(' ')) });
                bridge.slots = [{ kept: { size: 3 }, away() {}, write() {} }];
                window.held = 1000;
                bridge.again();
                held += 59_000;
                bridge.tell();
                held += 2_000;
                bridge.tell();
                return told.join();
                """);

        assertThat(said).isEqualTo("3 true false,3 true false,3 true true");
    }

    @Test
    void what_was_said_of_one_test_is_not_true_of_another_and_another_sensor_is_not_connected_unasked() {
        Object found = modules(
                """
                const { Flow } = await from('flow.js');
                const shown = { board: {}, refresh() {}, calm() {} };
                const flow = new Flow({ visit: 'x' }, {}, {}, shown);
                flow.take({ id: 'a', sensor: { id: 'here' } });
                flow.memory.confirmed = 'RIGHT';
                flow.take({ id: 'a', sensor: { id: 'here' } });
                const found = [flow.memory.confirmed];
                flow.take({ id: 'b', sensor: { id: 'here' } });
                found.push(flow.memory.confirmed);
                flow.setUp = (chosen) => found.push('set up at ' + chosen.sensor);
                flow.plan = { next: () => 'curl-prone-15', complete: () => ({ sensor: 'here' }) };
                flow.advance();
                flow.plan.complete = () => ({ sensor: 'last month' });
                flow.advance();
                found.push(flow.sheet);
                return found.join();
                """);

        assertThat(found).isEqualTo("RIGHT,,set up at here,");
    }

    @Test
    void below_pain_a_force_to_hold_is_typed_without_starting_anything_and_stands_on_the_trace() {
        page.locator("#setup input[name=sensor]").first().waitFor();
        page.locator("#position").selectOption("curl-prone-15-easy");
        page.locator("#setup label:has(input[value=belt])").click();
        page.locator("#setup label:has(input[name=sensor])").first().click();
        page.locator("#setup button[type=submit]").click();
        awaitStep("CONFIRM_SIDE");
        press();
        awaitStep("TARE");
        press();
        awaitStep("READY");
        assertThat(page.locator("#what")).containsText("until the pain reaches 3 of 10");

        page.locator("#target-number").focus();
        page.keyboard().type("120");

        assertThat(page.locator("#target-number")).isFocused();
        assertThat(page.locator("#target-number")).hasValue("120");
        assertThat(step()).isEqualTo("READY");
        assertThat(chromium.complaints()).isEmpty();
    }
}
