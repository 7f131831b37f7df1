package dev.easel.api.contract;

import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.TextToImageProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/**
 * What a host relies on in every provider, as tests: extend it and say how the providers are made.
 *
 * <p>Each test makes new providers, calls them as a host does (on threads of their own, with the host's patience) and
 * closes them. A provider of a remote service is given a stand-in for that service by {@link #context}.
 */
public abstract class ProviderContract {
    @TempDir
    Path dataFolder;

    private final CallThreads threads = new CallThreads();
    private final List<Subject> subjects = new ArrayList<>();

    /** For the subclasses. */
    protected ProviderContract() {}

    /**
     * Makes the providers as the plugin does: with the constructor of the one that is marked with {@code @Extension},
     * or with {@link dev.easel.api.provider.ProviderFactory#create}.
     *
     * @param context what the host gives the plugin
     * @return the providers, at least one
     * @throws Exception if that fails, which fails every test
     */
    protected abstract List<? extends TextToImageProvider> createProviders(PluginContext context) throws Exception;

    /**
     * Returns what the host gives the plugin, with everything that the providers need to be ready.
     *
     * @param folder the plugin's data folder, empty and removed after the test
     * @return a context without configuration unless overridden
     */
    protected PluginContext context(Path folder) {
        return TestPluginContext.in(folder);
    }

    /**
     * Returns what the test has to know of the providers.
     *
     * @return {@link ContractTerms#usual()} unless overridden
     */
    protected ContractTerms terms() {
        return ContractTerms.usual();
    }

    /**
     * Returns the situations in which a run of the providers fails, with the kind of the failure: a prompt that is
     * refused, a key that is missing, a service that is down.
     *
     * @param folder the plugin's data folder, for contexts of the situations
     * @return none unless overridden
     */
    protected List<ExpectedFailure> expectedFailures(Path folder) {
        return List.of();
    }

    HostPatience patience() {
        return HostPatience.USUAL;
    }

    @BeforeEach
    final void createProviders() throws Exception {
        subjects.addAll(create(context(dataFolder)));
    }

    @AfterEach
    final void closeProviders() throws InterruptedException {
        for (Subject subject : subjects) {
            Call<String> closing = threads.start(() -> {
                subject.provider().close();
                return "closed";
            });
            closing.endsWithin(patience().answer());
        }
    }

    /** Ids are well-formed, stay the same, and no two providers share one. */
    @Test
    public final void idIsWellFormedAndItsOwn() throws InterruptedException {
        Set<String> ids = new HashSet<>();
        for (Subject subject : subjects) {
            String id = new AnswerChecks(subject).id();
            if (!ids.add(id)) {
                throw subject.fault("id() is \"" + id + "\", as of another provider of this plugin; give each its own");
            }
        }
    }

    /** A name is given for every language. */
    @Test
    public final void nameIsGivenInEveryLanguage() throws InterruptedException {
        forEach(subject -> new AnswerChecks(subject).names());
    }

    /** The expected runtime is positive for every number of images, and known at once. */
    @Test
    public final void expectedRuntimeIsPositive() throws InterruptedException {
        forEach(subject -> new AnswerChecks(subject).expectedRuntimes());
    }

    /** There is at least one slot and at least one image in a call. */
    @Test
    public final void slotsAndImagesPerCallAreAtLeastOne() throws InterruptedException {
        forEach(subject -> new AnswerChecks(subject).bounds());
    }

    /** A provider that has what it needs says at once that it is ready. */
    @Test
    public final void providerIsReady() throws InterruptedException {
        forEach(subject -> new AnswerChecks(subject).isReady());
    }

    /** Every sink is written once, with a real image within the limits. */
    @Test
    public final void everySinkGetsARealImage() throws InterruptedException {
        forEach(subject -> new RunChecks(subject).everySinkGetsAnImage());
    }

    /** A task that is split over several calls gets the same images as one that is not. */
    @Test
    public final void imageDependsOnItsIndexAndNotOnTheCall() throws InterruptedException {
        forEach(subject -> new RunChecks(subject).anImageDependsOnItsIndexAndNotOnTheCall());
    }

    /** As many runs as there are slots may be under way at once. */
    @Test
    public final void runsAtOnceDoNotMix() throws InterruptedException {
        forEach(subject -> new RunChecks(subject).runsAtOnceDoNotMix());
    }

    /** Prompts of any characters and of the greatest length give images, or are refused as such. */
    @Test
    public final void oddPromptsGiveImagesOrAreRefused() throws InterruptedException {
        forEach(subject -> new RunChecks(subject).oddPromptsGiveImagesOrAreRefused());
    }

    /** A cancelled run ends within 5 s, or within 5 s of being interrupted after that, and writes nothing later. */
    @Test
    public final void cancelledRunEndsAndWritesNothingLater() throws InterruptedException {
        forEach(subject -> new EndChecks(subject).cancelledRunEnds());
    }

    /** A run whose image cannot be stored fails. */
    @Test
    public final void failingSinkFailsTheRun() throws InterruptedException {
        forEach(subject -> new EndChecks(subject).failingSinkFailsTheRun());
    }

    /** Everything but {@code generate} is answered while a run is under way. */
    @Test
    public final void answersAreGivenDuringARun() throws InterruptedException {
        forEach(subject -> new EndChecks(subject).answersDuringARun());
    }

    /** Closing, even twice, leaves no thread behind. */
    @Test
    public final void closingLeavesNothingBehind() throws InterruptedException {
        forEach(subject -> new EndChecks(subject).closingEndsEverything());
        subjects.clear();
        EndChecks.requireNoThreads(EndChecks.leftIn(threads));
    }

    /**
     * Runs fail with a {@link dev.easel.api.provider.GenerationException} of the right kind in every
     * {@linkplain #expectedFailures situation} that was named.
     *
     * @return a test for each situation
     */
    @TestFactory
    public final Stream<DynamicTest> failuresAreOfTheirKind() {
        return expectedFailures(dataFolder).stream()
                .map(failure -> DynamicTest.dynamicTest(failure.situation(), () -> requireFailure(failure)));
    }

    private void requireFailure(ExpectedFailure failure) throws Exception {
        List<Subject> failing = create(failure.context().orElseGet(() -> context(dataFolder)));
        subjects.addAll(failing);
        for (Subject subject : failing) {
            new FailureChecks(subject, failure).failsAsExpected();
        }
    }

    private List<Subject> create(PluginContext context) throws InterruptedException {
        Call<List<? extends TextToImageProvider>> creation = threads.start(() -> createProviders(context));
        if (!creation.endsWithin(patience().loading())) {
            creation.interrupt();
            throw new AssertionFailedError("createProviders(…) has not returned after "
                    + patience().loading().toMillis()
                    + " ms; have constructors and factories do little, and the first run or a thread do the rest");
        }
        if (creation.failure().isPresent()) {
            throw new AssertionFailedError(
                    "createProviders(…) threw " + creation.failure().get()
                            + "; have constructors and factories return, and readiness() say what is missing",
                    creation.failure().get());
        }
        List<? extends TextToImageProvider> providers = creation.result();
        if (providers.isEmpty()) {
            throw new AssertionFailedError("createProviders(…) made no provider; return every provider of the plugin, "
                    + "and configure one in context(…) where the configuration says how many there are");
        }
        return providers.stream()
                .map(provider -> new Subject(provider, threads, terms(), patience()))
                .toList();
    }

    private void forEach(Check check) throws InterruptedException {
        for (Subject subject : subjects) {
            check.of(subject);
        }
    }

    private interface Check {
        void of(Subject subject) throws InterruptedException;
    }
}
