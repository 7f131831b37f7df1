package dev.easel.openai.http;

import java.util.concurrent.TimeUnit;
import okhttp3.internal.concurrent.TaskRunner;

/**
 * OkHttp's own threads, which all its clients share and nobody can close.
 *
 * <p>They would stay for a minute after their last work and keep an unloaded plugin in memory for so long.
 */
final class IdleThreads {
    private IdleThreads() {}

    /** Has them end a second after their last work. */
    static void endSoon() {
        if (TaskRunner.INSTANCE.getBackend() instanceof TaskRunner.RealBackend threads) {
            threads.getExecutor().setKeepAliveTime(1, TimeUnit.SECONDS);
        }
    }
}
