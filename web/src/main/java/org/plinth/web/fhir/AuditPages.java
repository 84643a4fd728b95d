package org.plinth.web.fhir;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.AuditFilter;
import org.plinth.web.store.Store;

/** The audit log of a clinic, newest first, page by page. */
final class AuditPages {

    private static final String PREFIX = AuditMapper.id(0).replace("0", "");

    private AuditPages() {}

    static SearchPage of(Store store, Asking asking, SearchAsked search) {
        long before =
                search.cursor().map(Cursor::id).flatMap(AuditPages::number).orElse(Long.MAX_VALUE);
        AuditFilter filter = AuditFilter.of(asking.asked().clinic().id());
        List<AuditEvent> rows = store.read(stores -> stores.audit().find(filter, before, search.count() + 1));
        AuditMapper mapper = new AuditMapper(asking.making());
        List<AuditEvent> page = rows.subList(0, Math.min(search.count(), rows.size()));
        Optional<Cursor> next = rows.size() > page.size()
                ? Optional.of(
                        new Cursor("", AuditMapper.id(page.get(page.size() - 1).seq())))
                : Optional.empty();
        List<Resource> found =
                page.stream().map(mapper::event).filter(search::matches).toList();
        return new SearchPage(found, next, OptionalInt.empty(), Set.of());
    }

    static Optional<Resource> find(Store store, Asking asking, String id) {
        return number(id)
                .flatMap(seq -> store.read(stores -> stores.audit().next(seq - 1, 1)).stream()
                        .filter(row -> row.seq() == seq
                                && row.clinic().equals(asking.asked().clinic().id()))
                        .findFirst())
                .map(row -> new AuditMapper(asking.making()).event(row));
    }

    private static Optional<Long> number(String id) {
        return id.matches(PREFIX + "[1-9]\\d{0,17}")
                ? Optional.of(Long.parseLong(id.substring(PREFIX.length())))
                : Optional.empty();
    }
}
