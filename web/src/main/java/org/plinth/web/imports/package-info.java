/**
 * Data from other programs: kinds of files, what is read of them and what is wrong, and the desk that takes them in and out again.
 * Reading is pure and changes nothing; {@code ImportDesk} alone writes. A new kind is one class and one line in {@code ImportKinds}.
 */
package org.plinth.web.imports;
