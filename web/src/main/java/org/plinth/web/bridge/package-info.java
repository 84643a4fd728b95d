/** The socket of the browser bridge: JSON and frames at one side, the driver's protocol at the other. */
package org.plinth.web.bridge;
