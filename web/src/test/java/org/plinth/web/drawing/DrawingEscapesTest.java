package org.plinth.web.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;
import org.plinth.web.drawing.PositionDrawings.Role;
import org.plinth.web.drawing.PositionDrawings.View;
import org.plinth.web.drawing.PositionDrawings.Wanted;
import org.plinth.web.text.Texts;

/** A drawing stands in a page unescaped: whatever a clinic called its position is text in it. */
class DrawingEscapesTest {

    private static final TestPosition CURL =
            PositionCatalogue.bundled().find("curl-prone-15").orElseThrow();

    /** The same position under another name. */
    private static TestPosition called(String name) {
        RecordComponent[] parts = TestPosition.class.getRecordComponents();
        Object[] values = new Object[parts.length];
        Class<?>[] types = new Class<?>[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                types[i] = parts[i].getType();
                values[i] = parts[i].getName().equals("name")
                        ? name
                        : parts[i].getAccessor().invoke(CURL);
            }
            return TestPosition.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_name_of_a_position_is_text_in_its_drawing() {
        PositionDrawings drawings = new PositionDrawings(Texts.bundled());
        for (String name :
                List.of("<script>alert(1)</script>", "\"/><a href=\"x\">", "a & b", "]]><x>", "'><svg onload='x")) {
            TestPosition position = called(name);
            for (View view : View.values()) {
                String svg = drawings.svg(position, new Wanted(view, Side.LEFT, Role.INJURED, Palette.LIGHT))
                        .orElseThrow();

                assertThat(svg)
                        .as(name)
                        .doesNotContain("<script")
                        .doesNotContain("<a ")
                        .doesNotContain("<x>")
                        .doesNotContain("<svg onload")
                        .doesNotContain("a & b");
                assertThat(DrawnSvg.of(position, new Wanted(view, Side.LEFT, Role.INJURED, Palette.LIGHT))
                                .document()
                                .getElementsByTagName("title")
                                .item(0)
                                .getTextContent())
                        .contains(name);
            }
        }
    }
}
