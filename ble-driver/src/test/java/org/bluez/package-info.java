/** Names of BlueZ that the library has no class for. */
package org.bluez;
