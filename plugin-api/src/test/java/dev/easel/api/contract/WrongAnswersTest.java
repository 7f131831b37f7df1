package dev.easel.api.contract;

import dev.easel.api.provider.Readiness;
import dev.easel.api.provider.TextToImageProvider;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A provider whose answers are wrong is told which, and what to do. */
@NullUnmarked
class WrongAnswersTest {

    @Test
    void anIdOfAnotherFormIsFound() throws Exception {
        assertFault(
                ProviderContract::idIsWellFormedAndItsOwn,
                "id() is \"My Provider\"; it must match [a-z][a-z0-9-]{0,62}",
                new TrialProvider() {
                    @Override
                    public String id() {
                        return "My Provider";
                    }
                });
    }

    @Test
    void anIdThatChangesIsFound() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        assertFault(
                ProviderContract::idIsWellFormedAndItsOwn, "was \"trial-1\" and then \"trial-2\"", new TrialProvider() {
                    @Override
                    public String id() {
                        return "trial-" + calls.incrementAndGet();
                    }
                });
    }

    @Test
    void anIdOfTwoProvidersIsFound() throws Exception {
        assertFault(
                ProviderContract::idIsWellFormedAndItsOwn,
                "give each its own",
                new TrialProvider(),
                new TrialProvider());
    }

    @Test
    void aMissingNameIsFound() throws Exception {
        assertFault(ProviderContract::nameIsGivenInEveryLanguage, "name(de) is \" \"", new TrialProvider() {
            @Override
            public String name(Locale locale) {
                return locale.equals(Locale.GERMAN) ? " " : "Trial";
            }
        });
    }

    @Test
    void aNameThatIsOnlyThereForSomeLanguagesIsFound() throws Exception {
        assertFault(ProviderContract::nameIsGivenInEveryLanguage, "name(Locale.ROOT) threw", new TrialProvider() {
            @Override
            public String name(Locale locale) {
                throw new MissingResourceException("no bundle", "names", "name");
            }
        });
    }

    @Test
    void anExpectedRuntimeOfNothingIsFound() throws Exception {
        assertFault(ProviderContract::expectedRuntimeIsPositive, "expectedRuntime(2) is PT0S", new TrialProvider() {
            @Override
            public Duration expectedRuntime(int images) {
                return images == 2 ? Duration.ZERO : Duration.ofSeconds(1);
            }
        });
    }

    @Test
    void anExpectedRuntimeThatTakesLongToGuessIsFound() throws Exception {
        assertFault(
                ProviderContract::expectedRuntimeIsPositive,
                "expectedRuntime(1) has not answered after 500 ms",
                new TrialProvider() {
                    @Override
                    public Duration expectedRuntime(int images) {
                        return hang(Duration.ZERO);
                    }
                });
    }

    @Test
    void noSlotIsFound() throws Exception {
        assertFault(ProviderContract::slotsAndImagesPerCallAreAtLeastOne, "slots() is 0", new TrialProvider() {
            @Override
            public int slots() {
                return 0;
            }
        });
    }

    @Test
    void noImageInACallIsFound() throws Exception {
        assertFault(
                ProviderContract::slotsAndImagesPerCallAreAtLeastOne,
                "maxImagesPerCall() is -1; return 1 or more",
                new TrialProvider() {
                    @Override
                    public int maxImagesPerCall() {
                        return -1;
                    }
                });
    }

    @Test
    void aProviderThatIsNotReadyIsFound() throws Exception {
        assertFault(
                ProviderContract::providerIsReady,
                "There is no key.",
                readiness(() -> Readiness.notConfigured("There is no key.")));
    }

    @Test
    void aReadinessThatThrowsIsFound() throws Exception {
        assertFault(
                ProviderContract::providerIsReady,
                "readiness() threw java.lang.IllegalStateException: no key",
                readiness(() -> {
                    throw new IllegalStateException("no key");
                }));
    }

    @Test
    void aReadinessThatHangsIsFound() throws Exception {
        assertFault(
                ProviderContract::providerIsReady,
                "readiness() has not answered after 1000 ms",
                readiness(() -> hang(Readiness.ready())));
    }

    @Test
    void aReadinessOfNullIsFound() throws Exception {
        assertFault(ProviderContract::providerIsReady, "readiness() is null", readiness(() -> null));
    }

    @Test
    void aPluginThatMakesNoProviderIsFound() throws Exception {
        String fault = Trial.of().faultFoundBy(contract -> {});
        assertTrue(fault.contains("made no provider"), fault);
    }

    @Test
    void aConstructorThatThrowsIsFound() throws Exception {
        String fault = Trial.making(() -> {
                    throw new IllegalStateException("no key");
                })
                .faultFoundBy(contract -> {});
        assertEquals(
                "createProviders(…) threw java.lang.IllegalStateException: no key; have constructors and "
                        + "factories return, and readiness() say what is missing",
                fault);
    }

    @Test
    void aConstructorThatHangsIsFound() throws Exception {
        String fault = Trial.making(() -> hang(List.of())).faultFoundBy(contract -> {});
        assertTrue(fault.contains("has not returned after 1000 ms"), fault);
    }

    private static void assertFault(Trial.Check check, String expected, TextToImageProvider... providers)
            throws Exception {
        String fault = Trial.of(providers).faultFoundBy(check);
        assertTrue(fault.contains(expected), fault);
    }

    private static TextToImageProvider readiness(Supplier<Readiness> answer) {
        return new TrialProvider() {
            @Override
            public Readiness readiness() {
                return answer.get();
            }
        };
    }

    /** Returns when it is interrupted. */
    private static <T> T hang(T answer) {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.park();
        }
        return answer;
    }
}
