package dev.easel.host.task;

import dev.easel.api.provider.Readiness;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.provider.HostedProvider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ProviderChoiceTest {
    private final TestProvider first = new TestProvider("first");
    private final TestProvider second = new TestProvider("second");
    private final TestProvider third = new TestProvider("third");
    private final TestProviders providers = new TestProviders(first, second, third);
    private final ProviderChoice withFailover = new ProviderChoice(providers, true);
    private final ProviderChoice withoutFailover = new ProviderChoice(providers, false);

    @Test
    void theFirstReadyProviderIsChosen() {
        assertEquals(Optional.of("first"), withoutFailover.of(untried()).map(HostedProvider::id));
        first.being(Readiness.notReady("the model is missing"));
        assertEquals(Optional.of("second"), withoutFailover.of(untried()).map(HostedProvider::id));
        assertEquals(Optional.of("second"), withFailover.of(untried()).map(HostedProvider::id));
    }

    @Test
    void withoutAReadyProviderNoneIsChosen() {
        List.of(first, second, third).forEach(provider -> provider.being(Readiness.notConfigured("no key")));
        assertEquals(Optional.empty(), withoutFailover.of(untried()));
        assertEquals(Optional.empty(), withFailover.of(untried()));
        assertEquals(Optional.empty(), withFailover.of(failedBy("first")));
    }

    @Test
    void withoutFailoverAFailedTaskStaysWithThePreferredProvider() {
        assertEquals(Optional.of("first"), withoutFailover.of(failedBy("first")).map(HostedProvider::id));
    }

    @Test
    void withFailoverTheNextReadyProviderIsTriedAndThenTheFirstAgain() {
        assertEquals(Optional.of("second"), withFailover.of(failedBy("first")).map(HostedProvider::id));
        assertEquals(Optional.of("third"), withFailover.of(failedBy("second")).map(HostedProvider::id));
        assertEquals(Optional.of("first"), withFailover.of(failedBy("third")).map(HostedProvider::id));
    }

    @Test
    void failoverLeavesOutWhatIsNotReady() {
        second.being(Readiness.notReady("the model is missing"));
        assertEquals(Optional.of("third"), withFailover.of(failedBy("first")).map(HostedProvider::id));
    }

    @Test
    void afterAProviderThatIsGoneThePreferredOneIsTried() {
        assertEquals(Optional.of("first"), withFailover.of(failedBy("gone")).map(HostedProvider::id));
    }

    private static TaskRow untried() {
        return task(Optional.empty(), 0);
    }

    private static TaskRow failedBy(String provider) {
        return task(Optional.of(provider), 1);
    }

    private static TaskRow task(Optional<String> provider, int failures) {
        Instant now = Instant.EPOCH;
        TaskRow.Run run = new TaskRow.Run(
                failures, provider, Optional.empty(), 0, failures, Optional.empty(), now, Optional.empty(), now, now);
        return new TaskRow(1, TaskStatus.SCHEDULED, TaskRequest.of("a fox", "app", 1), 0, now, run, List.of());
    }
}
