package dev.easel.api.task;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TaskRequestTest {
    @Test
    void isAGuestsWithAnEmptyIdentifierUnlessToldOtherwise() {
        TaskRequest request = TaskRequest.of("a red fox", "my_app", 2);
        assertEquals(new TaskRequest("a red fox", "my_app", 2, Optional.empty(), ""), request);
    }

    @Test
    void takesAUserAndAnIdentifier() {
        TaskRequest request =
                TaskRequest.of("a red fox", "my_app", 2).withUserId("alice").withIdentifier("doc-12");
        assertEquals(new TaskRequest("a red fox", "my_app", 2, Optional.of("alice"), "doc-12"), request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void refusesABlankInput(String input) {
        assertThrows(IllegalArgumentException.class, () -> TaskRequest.of(input, "my_app", 1));
    }

    @Test
    void countsCharactersAndNotHalvesOfThem() {
        String faces = "\ud83d\ude00".repeat(TaskRequest.MAX_INPUT);
        assertEquals(faces, TaskRequest.of(faces, "my_app", 1).input());
        assertThrows(IllegalArgumentException.class, () -> TaskRequest.of(faces + "!", "my_app", 1));
    }

    @Test
    void saysWhatWasGivenAndWhatIsAllowed() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> TaskRequest.of("a red fox", "a".repeat(256), 1));
        assertEquals("appId has 256 characters; 1 to 255 are allowed", refused.getMessage());
    }

    @Test
    void refusesToMakeNoImages() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> TaskRequest.of("a red fox", "my_app", 0));
        assertEquals("numberOfImages is 0; at least 1 is allowed", refused.getMessage());
    }
}
