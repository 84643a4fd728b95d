/**
 * The clinic's memory: transactions, versions, audit chain, keys. The only package that knows SQL.
 *
 * <p>Nothing here decides anything clinical. Start at {@code Store}, then {@code Stores}; {@code Database} opens the
 * files, {@code db/V001__initial.sql} is the shape.
 */
package org.plinth.web.store;
