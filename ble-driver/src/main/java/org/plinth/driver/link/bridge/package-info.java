/**
 * The browser as a radio: Web Bluetooth at one end, this at the other, a WebSocket between that is somebody else's. The
 * protocol is docs/data-format.md §5. Start at {@code BridgeLinkProvider}.
 */
package org.plinth.driver.link.bridge;
