package org.plinth.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Renders the compiled templates. Any thread. */
public final class Templates {

    private static final String PACKAGE = "org.plinth.web.template";

    private final TemplateEngine engine;

    /** Those that were compiled with the product. */
    public Templates() {
        engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);
        engine.setTrimControlStructures(true);
    }

    /** The page {@code name} in this frame; {@code view} is what the template calls {@code v}. */
    public String render(String name, Frame frame, Object view) {
        StringOutput out = new StringOutput(16_384);
        engine.render(name + ".jte", Map.of("f", frame, "v", view), out);
        return out.toString();
    }
}
