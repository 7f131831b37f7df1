package dev.easel.host.provider;

/** Sources of test plugins. */
final class ZooSources {
    /** A provider that works; it reports to the test by scheduling tasks whose input says what happened. */
    static final String BASE = """
            package zoo;

            import dev.easel.api.plugin.*;
            import dev.easel.api.provider.*;
            import dev.easel.api.task.*;
            import java.io.IOException;
            import java.time.Duration;
            import java.util.*;

            public abstract class Base implements TextToImageProvider {
                protected final PluginContext context;
                private final String id;

                protected Base(PluginContext context, String id) {
                    this.context = context;
                    this.id = id;
                }

                protected void report(String what) {
                    context.manager().scheduleTask(TaskRequest.of(what, "zoo", 1));
                }

                @Override public String id() { return id; }
                @Override public String name(Locale locale) { return "The " + id; }
                @Override public Duration expectedRuntime(int images) { return Duration.ofSeconds(images); }
                @Override public void close() throws Exception { report("closed " + id); }

                @Override
                public void generate(GenerationRequest request, List<ImageSink> sinks)
                        throws IOException, InterruptedException {
                    for (ImageSink sink : sinks) {
                        sink.write(request.prompt().getBytes());
                    }
                }
            }
            """;

    private static final String PROVIDER = """
            package zoo;

            import dev.easel.api.plugin.*;
            import dev.easel.api.provider.*;
            import dev.easel.api.task.*;
            import java.io.IOException;
            import java.time.Duration;
            import java.util.*;
            import org.pf4j.Extension;

            @Extension
            public class %s extends Base {
                public %s(PluginContext context) { super(context, "%s"); }
                %s
            }
            """;

    private ZooSources() {}

    static String provider(String simpleName, String id, String members) {
        return PROVIDER.formatted(simpleName, simpleName, id, members);
    }
}
