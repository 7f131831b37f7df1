package dev.easel.host;

import dev.easel.host.config.EaselConfig;
import dev.easel.host.image.StoredImage;
import dev.easel.host.provider.PluginStatus;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Stands in for the rest of the host: remembers what it was asked and makes images of their own number. */
final class FakeEngine implements Engine {
    final List<String> events = new ArrayList<>();
    final FakeTasks tasks = new FakeTasks();
    final FakeUsers users = new FakeUsers();
    final List<PluginStatus> plugins = new ArrayList<>();
    final List<EaselConfig> configs = new ArrayList<>();
    final List<GenerateOptions> generated = new ArrayList<>();

    @Override
    public RunningHost start(EaselConfig config) throws EngineException {
        configs.add(config);
        if (config.listen().port() == 1) {
            throw new EngineException("Port 1 is taken; choose another.");
        }
        if (config.listen().port() == 2) {
            throw new IllegalStateException("a bug");
        }
        return new FakeHost(
                config.listen().port() == 0 ? 54321 : config.listen().port());
    }

    @Override
    public Generator generator(EaselConfig config) {
        configs.add(config);
        return new FakeGenerator();
    }

    @Override
    public TaskQueries tasks(EaselConfig config) throws EngineException {
        events.add("database opened");
        return tasks;
    }

    @Override
    public UserAdministration users(EaselConfig config) throws EngineException {
        events.add("database opened");
        return users;
    }

    EaselConfig config() {
        return configs.get(0);
    }

    private final class FakeHost implements RunningHost {
        private final int port;

        FakeHost(int port) {
            this.port = port;
        }

        @Override
        public int port() {
            return port;
        }

        @Override
        public TaskQueries tasks() {
            return tasks;
        }

        @Override
        public UserAdministration users() {
            return users;
        }

        @Override
        public List<PluginStatus> plugins() {
            return plugins;
        }

        @Override
        public void close() {
            events.add("host closed");
        }
    }

    private final class FakeGenerator implements Generator {
        @Override
        public List<StoredImage> generate(GenerateOptions options, ProgressListener progress) throws EngineException {
            if (options.provider().equals(java.util.Optional.of("nosuch"))) {
                throw new UsageException("There is no provider nosuch; there are [fake].");
            }
            generated.add(options);
            progress.progress(0.5);
            return IntStream.range(0, options.count())
                    .<StoredImage>mapToObj(
                            index -> new FakeImage("image " + index, index == 1 ? "image/jpeg" : "image/png"))
                    .toList();
        }

        @Override
        public void close() {
            events.add("generator closed");
        }
    }

    private record FakeImage(String content, String mediaType) implements StoredImage {
        @Override
        public long size() {
            return content.length();
        }

        @Override
        public String sha256() {
            return "0".repeat(64);
        }

        @Override
        public Instant publishedAt() {
            return Instant.EPOCH;
        }

        @Override
        public InputStream open(long offset) {
            InputStream bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
            return bytes;
        }
    }
}
