package dev.easel.openai.call;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ImageSizeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000x700 | Supported values are: '1024x1024', '1536x1024', and 'auto'. | 1024x1024",
                "512x512 | must be one of ['256x256', '1024x1024', '512x512'] | 256x256",
                "1000x700 | width and height must be divisible by 64 | 1024x704",
                "500x500 | size must be a multiple of 8 | 504x504",
                "30x30 | dimensions must be multiples of 64 | 64x64",
                "512x512 | only 1024 x 1024 is supported | 1024x1024",
                "512x512 | must be divisible by 64 |",
                "512x512 | The size is not supported |"
            })
    void theNearestSizeThatIsOfferedIsTaken(String size, String refusal, String nearest) {
        assertEquals(
                Optional.ofNullable(nearest),
                ImageSize.parse(size).orElseThrow().nearestIn(refusal).map(ImageSize::toString));
    }

    @ParameterizedTest
    @CsvSource({"auto", "0x512", "512", "512x", "big"})
    void whatIsNoSizeIsNone(String text) {
        assertEquals(Optional.empty(), ImageSize.parse(text));
    }
}
