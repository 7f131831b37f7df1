package dev.easel.host;

import dev.easel.host.logging.ControlCharacters;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command was given and where it answers.
 *
 * @param out gets the results
 * @param err gets the faults and the progress
 * @param errIsTerminal whether a person watches {@code err}
 * @param workingFolder what relative paths start from
 */
record Terminal(PrintStream out, PrintStream err, boolean errIsTerminal, Path workingFolder) {

    /** Prints a fault, as one line whatever it holds. */
    void fault(String sentence) {
        err.println(ControlCharacters.escape(sentence));
    }

    /** Prints a result, as one line whatever it holds, at once. */
    void result(String line) {
        out.println(ControlCharacters.escape(line));
        out.flush();
    }
}
