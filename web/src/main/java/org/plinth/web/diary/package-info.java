/**
 * What is noted in the course of an episode beside strength: examination, complaints, treatment, events, goals. A kind of entry says
 * which fields it has and what they may hold; forms, tables and sentences are made from that. Start at {@code EntryKinds}.
 */
package org.plinth.web.diary;
