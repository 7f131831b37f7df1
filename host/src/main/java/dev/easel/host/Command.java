package dev.easel.host;

import dev.easel.host.config.ConfigurationException;
import picocli.CommandLine.ParseResult;

/** What one command of the command line does. */
interface Command {

    /**
     * Does it.
     *
     * @param arguments this command's options and parameters
     * @return the exit status
     */
    int run(ParseResult arguments) throws ConfigurationException, EngineException, InterruptedException;
}
