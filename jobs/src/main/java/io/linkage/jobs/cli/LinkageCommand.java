package io.linkage.jobs.cli;

import io.linkage.jobs.Stop;
import io.linkage.jobs.Stop.Exit;
import java.io.PrintWriter;
import java.time.LocalDate;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** {@code linkage}: the commands it has. */
@Command(
        name = "linkage",
        description = "Joins customers, surveys and employees into one warehouse, night by night.",
        mixinStandardHelpOptions = true,
        version = "linkage 0.1.0",
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage nightly --demo",
            "  linkage nightly --conf conf/examples/online-retail --date 2011-12-09",
            "  linkage backfill --conf conf/acme --from 2026-01-01 --to 2026-01-31",
            "  linkage status --conf conf/acme"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a fault in Linkage",
            "2:the command line or the configuration is wrong",
            "3:the data stopped the night",
            "4:another run holds the warehouse",
            "5:a source or a store could not be reached; try again"
        },
        subcommands = {
            NightlyCommand.class,
            RunCommand.class,
            BackfillCommand.class,
            BacktestCommand.class,
            StatusCommand.class,
            CheckCommand.class,
            PlanCommand.class,
            TablesCommand.class,
            SqlCommand.class,
            ExplainCommand.class,
            ReportCommand.class,
            WhatIfCommand.class,
            GenerateCommand.class,
            BenchClvCommand.class,
            BenchActionsCommand.class,
            CommandLine.HelpCommand.class,
        })
public final class LinkageCommand {
    private LinkageCommand() {}

    /** Runs a command line and gives its exit code. */
    public static int run(String... arguments) {
        CommandLine line = new CommandLine(new LinkageCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(LinkageCommand::explain)
                .registerConverter(LocalDate.class, BusinessDate::parse);
        line.setOut(new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8));
        return arguments.length == 0 ? usage(line) : line.execute(arguments);
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return Exit.USAGE.code();
    }

    /** A stop says all there is to say; anything else is a fault, whose trace goes to the log. */
    static int explain(Exception thrown, CommandLine line, ParseResult parsed) {
        if (thrown instanceof Stop stop) {
            line.getErr().println(stop.getMessage());
            return stop.exit().code();
        }
        LoggerFactory.getLogger(LinkageCommand.class).error("The command failed", thrown);
        line.getErr()
                .println("A fault in Linkage: " + thrown.getClass().getSimpleName() + ". What was thrown stands in "
                        + LogFile.path() + ".");
        return Exit.FAULT.code();
    }
}
