package dev.easel.host.ocs;

import dev.easel.host.fuzz.Corpus;
import dev.easel.host.fuzz.FuzzContract;
import java.io.IOException;

/** Whatever a request holds, every parser keeps its promises, and every answer about it is well-formed. */
class ParsersFuzzTest extends FuzzContract {
    ParsersFuzzTest() {
        super(Corpus.named("parsers"), ParserTarget.class, 2_000);
    }

    @Override
    protected void test(byte[] input) throws IOException {
        ParserTarget.fuzzerTestOneInput(input);
    }
}
