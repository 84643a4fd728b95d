package org.plinth.web.fhir;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.hash.Sha256;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.store.Act;

/** Answers questions about resources, and notes each in the audit log before it answers. Any thread; blocks. */
final class FhirDesk {

    private static final int HASH_DIGITS = 12;
    private static final String AUDIT = "AuditEvent";

    private final FhirSource source;
    private final boolean secure;
    private final Terminology terms = Terminology.bundled();
    private final FhirJson json = new FhirJson();
    private final List<Resource> definitions = new Definitions(terms).all();

    FhirDesk(FhirSource source, boolean secure) {
        this.source = source;
        this.secure = secure;
    }

    Reply capability(Request request) {
        return reply(Capability.of(source.texts(), types(request), request.at()));
    }

    private List<String> types(Request request) {
        boolean auditor = request.who().role() == Role.AUDITOR;
        return Stream.of(
                        PatientResources.TYPES.stream()
                                .filter(type -> !auditor
                                        || !Set.of("DocumentReference", "Binary")
                                                .contains(type)),
                        SharedResources.TYPES.stream().filter(type -> !auditor || !type.equals("Practitioner")),
                        definitions.stream().map(Resource::fhirType).distinct(),
                        Stream.of("MeasureReport"),
                        auditor ? Stream.of(AUDIT) : Stream.<String>empty())
                .flatMap(all -> all)
                .toList();
    }

    private void requireType(Request request, String type) {
        if (!types(request).contains(type)) {
            throw HttpFailure.notFound();
        }
    }

    Reply read(Request request) {
        String type = request.path("type");
        String id = request.path("id");
        requireType(request, type);
        Asking asking = new Asking(source, terms, request);
        if (PatientResources.TYPES.contains(type)) {
            Asking.Known owner = asking.owner(id).orElseThrow(HttpFailure::notFound);
            Resource found = asking.resources(owner).stream()
                    .flatMap(resources -> resources.of(type).stream())
                    .filter(shell -> shell.id().equals(id))
                    .findFirst()
                    .flatMap(Shell::made)
                    .orElseThrow(HttpFailure::notFound);
            note(request, "fhir.read", type, Set.of(owner.id()), asking);
            return one(request, found);
        }
        Resource found = shared(asking, type, id).orElseThrow(HttpFailure::notFound);
        note(request, "fhir.read", type, Set.of(), asking);
        return one(request, found);
    }

    private Optional<Resource> shared(Asking asking, String type, String id) {
        if (type.equals(AUDIT)) {
            return AuditPages.find(source.store(), asking, id);
        }
        return belongingToNobody(asking, type).stream()
                .filter(one -> one.getIdElement().getIdPart().equals(id))
                .findFirst();
    }

    private List<Resource> belongingToNobody(Asking asking, String type) {
        if (type.equals("MeasureReport")) {
            return List.of(new MeasureMapper(asking.making()).report(source, asking.asked()));
        }
        List<Resource> ours =
                definitions.stream().filter(one -> one.fhirType().equals(type)).toList();
        return !ours.isEmpty()
                ? ours
                : source.store().read(stores -> SharedResources.of(stores, asking.making(), asking.asked(), type));
    }

    Reply search(Request request) {
        String type = request.path("type");
        requireType(request, type);
        boolean strict = request.header("Prefer")
                .filter(prefer -> prefer.contains("handling=strict"))
                .isPresent();
        Map<String, List<String>> parameters = request.parameters();
        SearchAsked search = SearchAsked.read(type, parameters, strict);
        Asking asking = new Asking(source, terms, request);
        SearchPage page = page(asking, type, search);
        note(request, "fhir.search", type, page.shown(), asking);
        return reply(bundle(request, type, parameters, search, page));
    }

    private SearchPage page(Asking asking, String type, SearchAsked search) {
        if (PatientResources.TYPES.contains(type)) {
            return SearchPage.of(asking, type, search);
        }
        return type.equals(AUDIT)
                ? AuditPages.of(source.store(), asking, search)
                : SearchPage.of(belongingToNobody(asking, type), search);
    }

    private Bundle bundle(
            Request request, String type, Map<String, List<String>> parameters, SearchAsked search, SearchPage page) {
        Links links = new Links(request, secure);
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(links.search(type, parameters, search.cursor()));
        page.next()
                .ifPresent(next ->
                        bundle.addLink().setRelation("next").setUrl(links.search(type, parameters, Optional.of(next))));
        page.total().ifPresent(bundle::setTotal);
        page.found().forEach(one -> bundle.addEntry()
                .setFullUrl(links.of(one))
                .setResource(versioned(one))
                .getSearch()
                .setMode(SearchEntryMode.MATCH));
        if (!search.ignored().isEmpty()) {
            OperationOutcome outcome = new OperationOutcome();
            search.ignored().forEach(name -> outcome.addIssue()
                    .setSeverity(IssueSeverity.WARNING)
                    .setCode(IssueType.NOTSUPPORTED)
                    .setDiagnostics(source.texts().text("fhir.ignored", name)));
            bundle.addEntry().setResource(outcome).getSearch().setMode(SearchEntryMode.OUTCOME);
        }
        return bundle;
    }

    /** All of a patient but the exact curves, to which the documents lead; written one by one. */
    Reply everything(Request request) {
        Asking asking = new Asking(source, terms, request);
        Asking.Known patient = asking.patient(request.path("id")).orElseThrow(HttpFailure::notFound);
        PatientResources resources = asking.resources(patient).orElseThrow(HttpFailure::notFound);
        note(request, "fhir.everything", "Patient", Set.of(patient.id()), asking);
        Links links = new Links(request, secure);
        return new Reply(200, Map.of("Content-Type", FhirNames.CONTENT_TYPE), new Reply.Streamed(out -> {
            out.write(
                    "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[".getBytes(StandardCharsets.UTF_8));
            String comma = "";
            for (String type : PatientResources.TYPES) {
                for (Shell shell : type.equals("Binary") ? List.<Shell>of() : resources.of(type)) {
                    Optional<Resource> made = shell.made();
                    if (made.isPresent()) {
                        out.write((comma + "{\"fullUrl\":\"" + links.of(made.get()) + "\",\"resource\":"
                                        + json.line(versioned(made.get())) + ",\"search\":{\"mode\":\"match\"}}")
                                .getBytes(StandardCharsets.UTF_8));
                        comma = ",";
                    }
                }
            }
            out.write("]}".getBytes(StandardCharsets.UTF_8));
        }));
    }

    /** A resource by itself, with its version as the entity tag; a curve as its own bytes for who asks for those. */
    private Reply one(Request request, Resource resource) {
        boolean plain = resource instanceof Binary
                && request.header("Accept")
                        .filter(CurveFile.CONTENT_TYPE::equals)
                        .isPresent();
        if (plain && resource instanceof Binary exact) {
            return new Reply(200, Map.of("Content-Type", CurveFile.CONTENT_TYPE), new Reply.Whole(exact.getData()));
        }
        Resource made = versioned(resource);
        return reply(made).withHeader("ETag", "W/\"" + made.getMeta().getVersionId() + "\"");
    }

    /**
     * With a version that is another one whenever anything in it is: what stands about a sensor changes how a result may be read, and adds
     * no version to the result.
     */
    private Resource versioned(Resource resource) {
        String version = resource.getMeta().hasVersionId() ? resource.getMeta().getVersionId() : "1";
        if (version.contains("-")) {
            return resource;
        }
        Resource made = resource.copy();
        String hash = Sha256.hex(json.line(made));
        made.getMeta().setVersionId(version + "-" + hash.substring(0, HASH_DIGITS));
        return made;
    }

    private Reply reply(Resource resource) {
        return Reply.text(FhirNames.CONTENT_TYPE, json.line(resource));
    }

    /** One row for each patient of whom something is shown; what cannot be noted is not shown. Without names nobody in particular was seen. */
    private void note(Request request, String action, String type, Collection<Id<Patient>> shown, Asking asking) {
        Act act = new Act(request.who().clinicId(), request.who().id(), request.at(), action, "", request.address());
        List<String> subjects = new ArrayList<>();
        if (asking.making().disclosure().isNamed()) {
            shown.forEach(patient -> subjects.add("patient:" + patient));
        }
        if (subjects.isEmpty()) {
            subjects.add("clinic:" + request.who().clinicId());
        }
        source.store().write(act, stores -> {
            subjects.forEach(subject -> stores.audit().note(subject, Map.of("type", type)));
            return true;
        });
    }
}
