package dev.easel.host;

import dev.easel.host.config.ConfigLoader;
import dev.easel.host.config.ConfigurationException;
import dev.easel.host.logging.LogLevels;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line.
 *
 * <p>Exit status 0 means done, 2 wrong usage or configuration, 1 anything else.
 */
public final class Easel {
    private static final Logger LOG = LoggerFactory.getLogger(Easel.class);
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final Commands commands;
    private final Terminal terminal;

    Easel(ConfigLoader loader, Engine engine, StopSignal stop, Terminal terminal) {
        this.commands = new Commands(loader, engine, stop, terminal);
        this.terminal = terminal;
    }

    /**
     * Runs a command and ends the process.
     *
     * <p>Reads the system properties {@code easel.home} (the distribution's folder; else the variable
     * {@code EASEL_HOME}, else the working folder) and {@code easel.stderr.tty} (true when stderr is a terminal, which
     * the launcher can tell and Java cannot).
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        // Scripts read the results from stdout: what a library or a plugin prints must not get between them.
        System.setOut(System.err);
        if (!withDefaultCommand(arguments)[0].equals("serve")) {
            // The doings of a host are worth a log; the person who typed another command wants its result.
            LogLevels.onlyWarnings();
        }
        JvmStopSignal stop = new JvmStopSignal();
        Path workingFolder = Path.of("").toAbsolutePath();
        Terminal terminal = new Terminal(out, System.err, Boolean.getBoolean("easel.stderr.tty"), workingFolder);
        ConfigLoader loader = new ConfigLoader(home(workingFolder), workingFolder, System.getenv());
        stop.exit(new Easel(loader, new HostEngine(), stop, terminal).run(arguments));
    }

    /** Runs a command and returns its exit status. */
    int run(String... arguments) {
        CommandLine commandLine = new CommandLine(commands.easel());
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        commandLine.setOut(new PrintWriter(terminal.out(), true, Charset.defaultCharset()));
        commandLine.setExecutionStrategy(this::execute);
        commandLine.setParameterExceptionHandler((fault, given) -> wrongUsage(fault));
        return commandLine.execute(withDefaultCommand(arguments));
    }

    private static String[] withDefaultCommand(String... arguments) {
        boolean named = arguments.length > 0
                && (!arguments[0].startsWith("-") || arguments[0].equals("-h") || arguments[0].equals("--help"));
        if (named) {
            return arguments;
        }
        List<String> serve = new ArrayList<>(List.of(arguments));
        serve.add(0, "serve");
        return serve.toArray(String[]::new);
    }

    private int execute(ParseResult parsed) {
        if (CommandLine.executeHelpRequest(parsed) != null) {
            return DONE;
        }
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        if (innermost.commandSpec().userObject() instanceof Command command) {
            return run(command, innermost);
        }
        CommandLine group = innermost.commandSpec().commandLine();
        throw new ParameterException(
                group,
                "A command is missing; there are "
                        + String.join(", ", group.getSubcommands().keySet()));
    }

    private int run(Command command, ParseResult arguments) {
        try {
            return command.run(arguments);
        } catch (ConfigurationException faults) {
            faults.faults().forEach(terminal::fault);
            return WRONG_USAGE;
        } catch (UsageException fault) {
            terminal.fault(String.valueOf(fault.getMessage()));
            return WRONG_USAGE;
        } catch (EngineException fault) {
            terminal.fault(String.valueOf(fault.getMessage()));
            return FAILED;
        } catch (InterruptedException interrupted) {
            terminal.fault("Interrupted.");
            return FAILED;
        } catch (RuntimeException | Error bug) {
            LOG.error("This should not have happened; please report it", bug);
            return FAILED;
        }
    }

    private int wrongUsage(ParameterException fault) {
        terminal.fault(String.valueOf(fault.getMessage()));
        PrintWriter err = new PrintWriter(terminal.err(), true, Charset.defaultCharset());
        UnmatchedArgumentException.printSuggestions(fault, err);
        terminal.fault("Try " + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return WRONG_USAGE;
    }

    private static Path home(Path workingFolder) {
        return Optional.ofNullable(System.getProperty("easel.home"))
                .or(() -> Optional.ofNullable(System.getenv("EASEL_HOME")))
                .map(workingFolder::resolve)
                .orElse(workingFolder);
    }
}
