package org.plinth.web.pdf;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * Renders a compiled template as PDF/UA: tagged, with a title and a language, every glyph embedded. The template gives
 * well-formed XHTML with {@code lang} on its root and a {@code <title>}, names no link (PDF/UA 7.18.5) and no resource, and
 * puts a drawing where {@code <object type="plinth/drawing" data="name" alt="…">} stands. Any thread; takes a worker's time.
 */
public final class PdfDocuments {

    /** The face of every document. */
    public static final String FACE = "DejaVu Sans";

    private static final String PACKAGE = "org.plinth.web.template";
    private static final String DRAWING = "plinth/drawing";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);

    /** Over the templates that were compiled with the product. */
    public PdfDocuments() {
        XRLog.setLoggingEnabled(false);
        FontMappers.set(BundledFonts.load(face("DejaVuSans.ttf")));
        engine.setTrimControlStructures(true);
    }

    /**
     * The template {@code name} with this view, which it calls {@code v}, and these drawings. The same view and drawings give
     * the same bytes.
     */
    public byte[] render(String name, Object view, Map<String, Drawing> drawings) {
        StringOutput html = new StringOutput(16_384);
        engine.render(name + ".jte", Map.of("v", view), html);
        ByteArrayOutputStream out = new ByteArrayOutputStream(65_536);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, new FSDefaultCacheStore())
                .useFont(() -> face("DejaVuSans.ttf"), FACE, REGULAR, FontStyle.NORMAL, true)
                .useFont(() -> face("DejaVuSans-Bold.ttf"), FACE, BOLD, FontStyle.NORMAL, true)
                .useObjectDrawerFactory(drawers(drawings))
                .withHtmlContent(html.toString(), null)
                .withProducer("Plinth")
                .toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            PDDocument document = renderer.createPDFKeepOpen();
            SameBytes.of(document, html.toString());
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static DefaultObjectDrawerFactory drawers(Map<String, Drawing> drawings) {
        DefaultObjectDrawerFactory factory = new DefaultObjectDrawerFactory();
        factory.registerDrawer(DRAWING, (element, x, y, width, height, device, context, dotsPerPixel) -> {
            Drawing drawing = drawings.get(element.getAttribute("data"));
            if (drawing == null) {
                throw new IllegalStateException(
                        "the template wants a drawing that nobody brought: " + element.getAttribute("data"));
            }
            double scale = dotsPerPixel;
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) width,
                    (float) height,
                    canvas -> drawing.draw(canvas, new Rectangle2D.Double(0, 0, width / scale, height / scale)));
            return null;
        });
        return factory;
    }

    private static InputStream face(String file) {
        InputStream in = PdfDocuments.class.getResourceAsStream("/org/plinth/web/font/" + file);
        if (in == null) {
            throw new IllegalStateException("the bundled font " + file + " is missing; install Plinth again");
        }
        return in;
    }
}
