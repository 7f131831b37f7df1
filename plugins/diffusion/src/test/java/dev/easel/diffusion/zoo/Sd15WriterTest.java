package dev.easel.diffusion.zoo;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The UNet of real size, of which nothing is written here. */
class Sd15WriterTest {
    private final Graph graph = UnetGraph.of(UnetDesign.stableDiffusion15(DataType.FLOAT), 1);

    /** The number that diffusers' own {@code num_parameters()} gives for Stable Diffusion 1.5. */
    @Test
    void theUnetHasAsManyParametersAsTheRealOne() {
        assertEquals(859_520_964, graph.parameters());
    }

    @Test
    void theWeightsHaveTheShapesOfTheRealOnes() {
        assertEquals(List.of(320L, 4L, 3L, 3L), shape("conv_in.weight"));
        assertEquals(List.of(320L, 1280L), shape("time_embedding.linear_1.weight"));
        assertEquals(List.of(768L, 320L), shape("down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight"));
        assertEquals(
                List.of(1280L, 10_240L), shape("mid_block.attentions.0.transformer_blocks.0.ff.net.0.proj.weight"));
        assertEquals(List.of(320L, 960L, 3L, 3L), shape("up_blocks.3.resnets.0.conv1.weight"));
        assertEquals(List.of(4L, 320L, 3L, 3L), shape("conv_out.weight"));
    }

    @Test
    void otherConstantsAreSmallEnoughToStayInTheGraph() {
        assertTrue(graph.initializers().stream()
                .filter(initializer -> !initializer.name().contains("."))
                .allMatch(initializer -> initializer.bytes() < 1024));
    }

    private List<Long> shape(String weight) {
        return graph.initializers().stream()
                .filter(initializer -> initializer.name().equals(weight))
                .findFirst()
                .orElseThrow()
                .shape();
    }
}
