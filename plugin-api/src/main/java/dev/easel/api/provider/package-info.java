/**
 * What a plugin implements to make images.
 *
 * <p>A plugin offers one provider by marking a {@link dev.easel.api.provider.TextToImageProvider} with PF4J's
 * {@code @Extension}, or several by marking a {@link dev.easel.api.provider.ProviderFactory}. The host calls
 * {@link dev.easel.api.provider.TextToImageProvider#generate generate} with a prompt and as many sinks as images are
 * wanted; the provider writes one image into each.
 *
 * <pre>{@code
 * import dev.easel.api.provider.GenerationRequest;
 * import dev.easel.api.provider.ImageSink;
 * import dev.easel.api.provider.TextToImageProvider;
 * import java.awt.Color;
 * import java.awt.image.BufferedImage;
 * import java.io.IOException;
 * import java.io.OutputStream;
 * import java.time.Duration;
 * import java.util.List;
 * import java.util.Locale;
 * import javax.imageio.ImageIO;
 * import org.pf4j.Extension;
 *
 * @Extension
 * public class OneColourProvider implements TextToImageProvider {
 *     @Override
 *     public String id() {
 *         return "one-colour";
 *     }
 *
 *     @Override
 *     public String name(Locale locale) {
 *         return "One colour";
 *     }
 *
 *     @Override
 *     public Duration expectedRuntime(int images) {
 *         return Duration.ofMillis(20).multipliedBy(images);
 *     }
 *
 *     @Override
 *     public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException {
 *         for (ImageSink sink : sinks) {
 *             request.cancellation().throwIfCancelled();
 *             try (OutputStream out = sink.openStream()) {
 *                 ImageIO.write(paint(request.prompt(), sink.index()), "png", out);
 *             }
 *         }
 *     }
 *
 *     private BufferedImage paint(String prompt, int index) {
 *         BufferedImage image = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
 *         int colour = Color.HSBtoRGB(prompt.hashCode() % 360 / 360f + index / 8f, 0.6f, 0.9f);
 *         for (int i = 0; i < 512 * 512; i++) {
 *             image.setRGB(i % 512, i / 512, colour);
 *         }
 *         return image;
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.easel.api.provider;

import org.jspecify.annotations.NullMarked;
