package dev.easel.host.provider;

import dev.easel.api.provider.Readiness;
import dev.easel.api.provider.TextToImageProvider;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a provider last said of its readiness; safe for use by several threads. */
final class ProviderReadiness {
    private final Question question;
    private final ProviderLog log;
    private volatile Readiness last = Readiness.notReady("It has not been asked yet.");

    /** Whether nobody was told of what a run found; guarded by this. */
    private boolean lackIsNew;

    ProviderReadiness(PluginObject<TextToImageProvider> provider, ProviderLog log, Duration timeout) {
        this.log = log;
        question = new Question(provider, timeout);
    }

    Readiness last() {
        return last;
    }

    /** Holds the provider to be not ready until it is asked again. */
    synchronized void lack(String reason) {
        Readiness lacking = Readiness.notReady(reason);
        if (!lacking.equals(last)) {
            last = lacking;
            lackIsNew = true;
            logChangeTo(lacking);
        }
    }

    /** Asks again and logs a change; tells whether there was one. */
    synchronized boolean refresh() {
        Readiness now = ask();
        boolean changedBefore = lackIsNew;
        lackIsNew = false;
        if (now.equals(last)) {
            return changedBefore;
        }
        last = now;
        logChangeTo(now);
        return true;
    }

    private void logChangeTo(Readiness now) {
        String reasons = String.join(" ", now.reasons());
        switch (now.state()) {
            case READY -> log.info("is ready");
            case NOT_CONFIGURED -> log.info("is not configured: " + reasons);
            case NOT_READY -> log.warn("is not ready: " + reasons);
        }
    }

    private Readiness ask() {
        try {
            @Nullable Readiness answer = question.ask(TextToImageProvider::readiness);
            return answer != null ? answer : Readiness.notReady("Its readiness() returned null.");
        } catch (PluginFailure failure) {
            return Readiness.notReady("Its readiness() " + failure.problem() + ".");
        }
    }
}
