package dev.easel.diffusion.run;

import dev.easel.diffusion.Settings;
import dev.easel.diffusion.config.ModelConfiguration;
import dev.easel.diffusion.zoo.Zoo;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** Tiny models as a plugin holds them. */
final class ZooModels {
    private ZooModels() {}

    /** What is configured for a model called {@code default} that is one of the zoo, and nothing else. */
    static Settings settings(String name) {
        return Settings.of("default", Zoo.folder(name));
    }

    static PreparedModel prepared(String name) {
        return prepared(settings(name).model("default"));
    }

    /** Prepares a model that must be without faults. */
    static PreparedModel prepared(ModelConfiguration configuration) {
        Preparation preparation = new ModelPreparer(configuration).prepare();
        return assertInstanceOf(Preparation.Ready.class, preparation, preparation::toString)
                .model();
    }
}
