package dev.easel.placeholder.type;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TypesetterTest {
    private static final double WIDTH = 848;
    private static final double TOLERANCE = 14;
    private static final String SENTENCE = "A quick brown fox jumps over the lazy dog. ";

    private final Typesetter typesetter = new Typesetter(Typeface.load(), WIDTH);

    @Test
    void theLongerThePromptTheSmallerTheType() {
        double word = typesetter.set("fox").size();
        double sentence = typesetter.set(SENTENCE).size();
        double page = typesetter.set(SENTENCE.repeat(12)).size();
        assertTrue(word > sentence && sentence > page, word + ", " + sentence + ", " + page);
        assertTrue(page >= 27, () -> "unreadable at " + page);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 13, 40, 1400})
    void everyLineStaysInTheFrame(int sentences) {
        TextBlock text = typesetter.set(SENTENCE.repeat(sentences));
        assertInFrame(text);
    }

    @Test
    void aWordThatIsWiderThanTheFrameIsBroken() {
        TextBlock text = typesetter.set("w".repeat(300));
        assertTrue(text.lines().size() > 1);
        assertInFrame(text);
    }

    @Test
    void aWordThatFitsIsNotBroken() {
        assertEquals(1, typesetter.set("Incomprehensibilities").lines().size());
    }

    @Test
    void aVeryLongPromptFillsTheBlockAndIsCut() {
        TextBlock text = typesetter.set(SENTENCE.repeat(1400));
        assertTrue(text.height() > 500 && text.height() <= 600, () -> "height " + text.height());
        TextBlock longer = typesetter.set(SENTENCE.repeat(1401));
        assertEquals(text.lines().size(), longer.lines().size());
    }

    @Test
    void leftToRightTextBeginsAtTheLeft() {
        for (Path2D line : typesetter.set(SENTENCE).lines()) {
            assertEquals(0, line.getBounds2D().getMinX(), TOLERANCE);
        }
    }

    @Test
    void rightToLeftTextBeginsAtTheRight() {
        TextBlock text = typesetter.set("منظر طبيعي لجبال مغطاة بالثلوج عند غروب الشمس");
        assertTrue(text.rightToLeft());
        for (Path2D line : text.lines()) {
            assertEquals(WIDTH, line.getBounds2D().getMaxX(), TOLERANCE);
        }
    }

    @Test
    void eachParagraphHasItsOwnDirection() {
        List<Path2D> lines = typesetter.set("fox\nשועל").lines();
        assertEquals(0, lines.get(0).getBounds2D().getMinX(), TOLERANCE);
        assertEquals(WIDTH, lines.get(1).getBounds2D().getMaxX(), TOLERANCE);
    }

    @Test
    void linesAreBalancedSoThatNoWordIsLeftAlone() {
        List<Path2D> lines =
                typesetter.set("A lighthouse at dawn, painted in watercolour").lines();
        double last = lines.get(lines.size() - 1).getBounds2D().getWidth();
        assertTrue(last > WIDTH / 2, () -> "the last line is only " + last + " wide");
    }

    @Test
    void nothingToShowIsAnEmptyBlock() {
        assertTrue(typesetter.set("猫").isEmpty());
        assertFalse(typesetter.set("cat").isEmpty());
    }

    @Test
    void aMarkStandsClearAboveItsLetter() {
        Rectangle2D plain = bounds("xX");
        Rectangle2D marked = bounds("xX\u0302");
        assertTrue(marked.getMinY() < plain.getMinY() - 10, () -> plain + " and " + marked);
        assertEquals(plain.getWidth(), marked.getWidth(), 1);
    }

    private Rectangle2D bounds(String prompt) {
        return typesetter.set(prompt).lines().get(0).getBounds2D();
    }

    private static void assertInFrame(TextBlock text) {
        for (Path2D line : text.lines()) {
            Rectangle2D bounds = line.getBounds2D();
            assertTrue(bounds.getMinX() > -TOLERANCE && bounds.getMaxX() < WIDTH + TOLERANCE, bounds::toString);
            assertTrue(bounds.getMaxY() < text.height() + text.size() * 0.35, bounds::toString);
        }
    }
}
