package org.plinth.web.chart;

import java.text.DecimalFormat;
import java.text.FieldPosition;
import org.apache.batik.svggen.DefaultErrorHandler;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.DefaultStyleHandler;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;

/**
 * The library's default way of writing SVG, with coordinates to a thousandth of a pixel written directly: its general formatter took
 * half the time of a picture.
 */
final class ShortNumbers extends SVGGeneratorContext {

    ShortNumbers(Document document) {
        super(document);
        setIDGenerator(new SVGIDGenerator());
        setExtensionHandler(new DefaultExtensionHandler());
        setImageHandler(new ImageHandlerBase64Encoder());
        setStyleHandler(new DefaultStyleHandler());
        setErrorHandler(new DefaultErrorHandler());
        setComment(null);
        setEmbeddedFontsOn(false);
        decimalFormat = new Thousandths();
    }

    /** To three decimals, without those that are zero. */
    static final class Thousandths extends DecimalFormat {
        private static final long serialVersionUID = 1L;
        private static final long SCALE = 1000;

        Thousandths() {
            setGroupingUsed(false);
        }

        @Override
        public StringBuffer format(double value, StringBuffer to, FieldPosition at) {
            long thousandths = Math.round(value * SCALE);
            long rest = Math.abs(thousandths % SCALE);
            if (thousandths < 0) {
                to.append('-');
            }
            to.append(Math.abs(thousandths / SCALE));
            if (rest > 0) {
                to.append('.');
                for (long digit = SCALE / 10; rest > 0; digit /= 10) {
                    to.append((char) ('0' + rest / digit));
                    rest %= digit;
                }
            }
            return to;
        }
    }
}
