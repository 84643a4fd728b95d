/**
 * The virtual dynamometer: a seeded patient, sensor and radio that speak real Progressor bytes. Everything made here is
 * sample data. Start at {@code Scenario} and {@code VirtualPeripheral}.
 */
package org.plinth.driver.virtual;
