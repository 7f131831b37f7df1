package dev.easel.diffusion.run;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.easel.api.contract.MemorySink;
import dev.easel.api.contract.TestCancellation;
import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationException.Kind;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.Readiness;
import dev.easel.diffusion.Settings;
import dev.easel.diffusion.zoo.Zoo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a configured model has made, and what it says when that fails; the pictures are no real ones. */
class LocalModelTest {
    private static final String PROMPT = "a secret garden";
    private static final long RANDOM_SEED = 1_000_000;

    @TempDir
    private Path folder;

    private final MovingClock clock = new MovingClock();
    private final Logger logger = (Logger) LoggerFactory.getLogger("plugin.diffusion.test");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final FakeMaker maker = new FakeMaker();
    private final List<LocalModel> models = new ArrayList<>();

    @AfterEach
    void close() {
        models.forEach(LocalModel::close);
        logger.detachAppender(log);
    }

    @Test
    void imageIHasTheSeedPlusI() throws Exception {
        LocalModel model = model(ZooModels.settings("turbo").with("default", "seed", "4294967294"));
        run(model, 3, 4, 0);
        assertEquals(List.of(1L, 2L, 4294967294L), maker.seeds());
    }

    @Test
    void withoutASeedOneIsDrawnForEachRunAndWrittenIntoThePicture() throws Exception {
        List<byte[]> images = run(model(ZooModels.settings("turbo")), 2);
        assertEquals(List.of(RANDOM_SEED + 2), maker.seeds());
        assertTrue(text(images.get(0)).contains("Seed: 1000002"), text(images.get(0)));
    }

    @Test
    void aPictureTellsWhatItWasMadeWith() throws Exception {
        Settings settings = ZooModels.settings("sd15")
                .with("default", "negative-prompt", "dogs")
                .with("default", "seed", "5");
        String text = text(run(model(settings), 0).get(0));
        assertTrue(
                text.contains(PROMPT + "\nNegative prompt: dogs\nSteps: 50, Sampler: pndm, CFG scale: 7.5, Seed: 5,"
                        + " Size: 64x64, Model: sd15"),
                text);
    }

    @Test
    void aPictureThatMayNotTellDoesNot() throws Exception {
        Settings settings = ZooModels.settings("sd15").with("default", "metadata", false);
        String text = text(run(model(settings), 0).get(0));
        assertFalse(text.contains(PROMPT) || text.contains("Steps"), text);
    }

    @Test
    void progressIsPassedOn() throws Exception {
        List<Double> progress = new ArrayList<>();
        GenerationRequest request =
                GenerationRequest.forPrompt(PROMPT).progress(progress::add).build();
        model(ZooModels.settings("turbo")).generate(request, sinks(0, 1));
        assertEquals(List.of(0.5, 1.0), progress);
    }

    @Test
    void aCancelledRunEnds() {
        TestCancellation cancellation = new TestCancellation();
        cancellation.cancel();
        GenerationRequest request =
                GenerationRequest.forPrompt(PROMPT).cancellation(cancellation).build();
        LocalModel model = model(ZooModels.settings("turbo"));
        assertThrows(CancellationException.class, () -> model.generate(request, sinks(0)));
        assertEquals(List.of(), maker.recipes());
    }

    @Test
    void aPromptThatWasCutIsLoggedWithoutIt() throws Exception {
        maker.withCutTokens(12);
        run(model(ZooModels.settings("turbo")), 0);
        assertEquals(
                List.of("A prompt is too long, its last 12 tokens are left out; plugin.diffusion.models.default."
                        + "long-prompts = windows takes them all"),
                warnings());
    }

    @Test
    void aPictureThatIsFlaggedIsLogged() throws Exception {
        maker.withFlags();
        run(model(ZooModels.settings("turbo")), 3);
        assertEquals(List.of("The safety checker flagged image 3 of a task; it is black"), warnings());
    }

    @Test
    void aPromptThatFillsTooManyWindowsIsRefused() throws Exception {
        LocalModel model = model(ZooModels.settings("turbo").with("default", "long-prompts", "windows"));
        assertEquals(1, run(model, 0).size());
        GenerationRequest request =
                GenerationRequest.forPrompt("red ".repeat(10_000)).build();
        GenerationException refused = assertThrows(GenerationException.class, () -> model.generate(request, sinks(0)));
        assertEquals(Kind.REQUEST, refused.kind());
        assertTrue(String.valueOf(refused.getMessage()).contains("at most 10 are encoded"), refused::getMessage);
        assertTrue(model.readiness().isReady());
    }

    @Test
    void aFullHeapIsALackThatMayPass() {
        maker.with(() -> {
            throw new OutOfMemoryError("Java heap space");
        });
        LocalModel model = model(ZooModels.settings("turbo"));
        GenerationException failed = failure(model);
        assertEquals(Kind.LACKING, failed.kind());
        assertEquals(Readiness.notReady(String.valueOf(failed.getMessage())), model.readiness());
        assertTrue(
                String.valueOf(failed.getMessage()).contains("set plugin.diffusion.models.default.memory"),
                failed::getMessage);
        assertEquals(1, maker.timesClosed(), "what may be dropped is dropped");
        clock.pass(Duration.ofMinutes(1));
        assertTrue(model.readiness().isReady());
    }

    @Test
    void otherFailuresLeaveItReady() {
        maker.with(() -> {
            throw new IllegalStateException("by chance");
        });
        LocalModel model = model(ZooModels.settings("turbo"));
        assertThrows(IllegalStateException.class, () -> run(model, 0));
        assertTrue(model.readiness().isReady());
    }

    @Test
    void aModelThatIsNotThereLacksEverything() throws Exception {
        LocalModel model = model(Settings.of("default", folder.resolve("nowhere")));
        assertEquals(Readiness.State.NOT_READY, model.readiness().state());
        assertEquals(Kind.LACKING, failure(model).kind());
        assertEquals(Duration.ofMinutes(10), model.expectedRuntime(1));
        Zoo.copy("turbo", folder);
        Files.move(folder.resolve("turbo"), folder.resolve("nowhere"));
        assertTrue(model.readiness().isReady(), "it was put there while the host runs");
    }

    @Test
    void aModelThatChangesIsOpenedAnew() throws Exception {
        Path copy = Zoo.copy("turbo", folder);
        LocalModel model = model(Settings.of("default", copy));
        run(model, 0);
        run(model, 0);
        assertEquals(0, maker.timesClosed());
        Files.writeString(copy.resolve("model_index.json"), "{\"_class_name\": \"StableDiffusionPipeline\"}");
        run(model, 0);
        assertEquals(1, maker.timesClosed());
    }

    @Test
    void theFirstRunIsExpectedToTakeLonger() throws Exception {
        LocalModel model = model(ZooModels.settings("sd15"));
        assertEquals(Duration.ofMinutes(10), model.expectedRuntime(1), "nobody has looked yet");
        model.readiness();
        Duration cold = model.expectedRuntime(1);
        run(model, 0);
        Duration warm = model.expectedRuntime(1);
        assertTrue(warm.compareTo(cold) < 0, cold + " then " + warm);
        assertEquals(warm.multipliedBy(4), model.expectedRuntime(4));
    }

    private LocalModel model(Settings settings) {
        log.start();
        logger.addAppender(log);
        Surroundings surroundings = new Surroundings(clock, () -> RANDOM_SEED, logger);
        LocalModel model = new LocalModel(settings.model("default"), prepared -> maker, surroundings);
        models.add(model);
        return model;
    }

    private static List<byte[]> run(LocalModel model, int... indices) throws Exception {
        List<MemorySink> sinks =
                Arrays.stream(indices).mapToObj(MemorySink::new).toList();
        model.generate(GenerationRequest.forPrompt(PROMPT).build(), List.<ImageSink>copyOf(sinks));
        return sinks.stream().map(MemorySink::image).toList();
    }

    private static GenerationException failure(LocalModel model) {
        return assertThrows(GenerationException.class, () -> run(model, 0));
    }

    private static List<ImageSink> sinks(int... indices) {
        return Arrays.stream(indices).<ImageSink>mapToObj(MemorySink::new).toList();
    }

    private List<String> warnings() {
        return Stream.of(log)
                .flatMap(events -> events.list.stream())
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** Returns the file as text, whose uncompressed parts can be read. */
    private static String text(byte[] png) {
        return new String(png, StandardCharsets.UTF_8);
    }
}
