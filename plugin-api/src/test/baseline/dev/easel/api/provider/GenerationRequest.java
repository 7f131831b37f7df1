package dev.easel.api.provider;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
public final class GenerationRequest {
    private GenerationRequest(Builder builder) {}
    public static Builder forPrompt(String prompt) { throw new Error(); }
    public String prompt() { throw new Error(); }
    public Optional<String> userId() { throw new Error(); }
    public Cancellation cancellation() { throw new Error(); }
    public void progress(double fraction) { throw new Error(); }
    public static final class Builder {
        private Builder(String prompt) {}
        public Builder userId(@Nullable String userId) { throw new Error(); }
        public Builder cancellation(Cancellation cancellation) { throw new Error(); }
        public Builder progress(DoubleConsumer progress) { throw new Error(); }
        public GenerationRequest build() { throw new Error(); }
    }
}
