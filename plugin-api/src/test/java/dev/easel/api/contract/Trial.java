package dev.easel.api.contract;

import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.TextToImageProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.opentest4j.AssertionFailedError;

import static org.junit.jupiter.api.Assertions.assertThrows;

/** Runs tests of the contract on providers that are given, with little patience. */
final class Trial {
    private static final HostPatience LITTLE = new HostPatience(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofMillis(300),
            Duration.ofMinutes(5));

    private final Callable<List<? extends TextToImageProvider>> providers;
    private final List<ExpectedFailure> failures;

    private Trial(Callable<List<? extends TextToImageProvider>> providers, List<ExpectedFailure> failures) {
        this.providers = providers;
        this.failures = failures;
    }

    static Trial of(TextToImageProvider... providers) {
        return making(() -> List.of(providers));
    }

    static Trial making(Callable<List<? extends TextToImageProvider>> providers) {
        return new Trial(providers, List.of());
    }

    Trial with(ExpectedFailure failure) {
        return new Trial(providers, List.of(failure));
    }

    /** Returns what a test of the contract says of providers that break it. */
    String faultFoundBy(Check check) {
        return String.valueOf(
                assertThrows(AssertionFailedError.class, () -> keeps(check)).getMessage());
    }

    /** Fails if the providers break the contract. */
    void keeps(Check check) throws Exception {
        Contract contract = new Contract(providers, failures);
        contract.createProviders();
        try {
            check.in(contract);
        } finally {
            contract.closeProviders();
        }
    }

    /** Runs the tests of expected failures. */
    static void failures(ProviderContract contract) {
        contract.failuresAreOfTheirKind().forEach(test -> {
            try {
                test.getExecutable().execute();
            } catch (Error failed) {
                throw failed;
            } catch (Throwable broken) {
                throw new IllegalStateException(broken);
            }
        });
    }

    /** One test of the contract. */
    interface Check {
        void in(ProviderContract contract) throws Exception;
    }

    /** Private, so that JUnit does not take it for a test. */
    private static final class Contract extends ProviderContract {
        private final Callable<List<? extends TextToImageProvider>> providers;
        private final List<ExpectedFailure> failures;

        Contract(Callable<List<? extends TextToImageProvider>> providers, List<ExpectedFailure> failures) {
            this.providers = providers;
            this.failures = failures;
            dataFolder = Path.of("no folder");
        }

        @Override
        protected List<? extends TextToImageProvider> createProviders(PluginContext context) throws Exception {
            return providers.call();
        }

        @Override
        protected ContractTerms terms() {
            return ContractTerms.usual().withRepeatableImages().withDeadline(Duration.ofSeconds(2));
        }

        @Override
        protected List<ExpectedFailure> expectedFailures(Path folder) {
            return failures;
        }

        @Override
        HostPatience patience() {
            return LITTLE;
        }
    }
}
