using System.Text;
using Akka.Actor;
using Party.Demo.CommandLine;
using Party.Demo.Output;
using Party.Demo.Scenarios;
using Party.Demo.Settings;
using Party.Demo.Stages;
using Party.Demo.Words;
using Party.Hocon;

namespace Party.Demo.Running;

/// <summary>Runs a Party from its options to its end.</summary>
/// <param name="output">Where the words or the summary go.</param>
/// <param name="errors">Where what is wrong goes.</param>
/// <param name="openInput">Opens the standard input, for <c>--words -</c>.</param>
/// <param name="isTerminal">Whether a person is looking at the output.</param>
internal sealed class PartyHost(TextWriter output, TextWriter errors, Func<Stream> openInput, bool isTerminal)
{
    private const double WordsPerSecondOnATerminal = 20;
    private const long WordsOffATerminal = 1000;
    private const int SecondsOfAScenario = 8;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // For what has been logged to be written, before the system ends.
    private static readonly TimeSpan LogPatience = TimeSpan.FromSeconds(5);

    // For the last words where a stage is stuck: what it is stuck in may be the output.
    private static readonly TimeSpan OutputPatience = TimeSpan.FromSeconds(1);

    /// <summary>Runs the Party until its words end, or it is told to end, or it fails.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(DemoOptions options)
    {
        if (options.Scenario is { } scenario)
        {
            return await new ScenarioHost(output, errors, Second)
                .RunAsync(ScenarioNames.Find(scenario), options.Seconds ?? SecondsOfAScenario);
        }

        TextReader? text = null;
        try
        {
            var settings = Override(ReadSettings(options.Config), options);
            text = options.Words is { } words ? OpenWords(words) : null;
            return await RunAsync(NewRun(settings, options, text));
        }
        catch (HoconException error)
        {
            foreach (var one in error.Errors)
            {
                await errors.WriteLineAsync(one.ToString());
            }

            return ExitCode.BadUsage;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or UsageException)
        {
            await errors.WriteLineAsync(error.Message);
            return ExitCode.BadUsage;
        }
        finally
        {
            text?.Dispose();
        }
    }

    private async Task<int> RunAsync(PartyRun run)
    {
        var system = DemoSystem.Start();
        var log = ErrorLog.Start(system, errors);
        var supervisor = system.ActorOf(Props.Create(() => new PartySupervisor(run)), "supervisor");
        using var signals = new EndSignals(() => supervisor.Tell(new EndParty()));

        var report = await run.Ended;
        await log.GracefulStop(LogPatience);
        if (report.HasStuck)
        {
            // The system does not end before its last actor does; the process may.
            await InTimeAsync(() => Sum(run.Output, report));
            await InTimeAsync(() => Say(report));
        }
        else
        {
            await system.Terminate();
            Sum(run.Output, report);
            Say(report);
        }

        return report.Failure is null ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Sum(IPartyOutput output, PartyReport report)
    {
        if (report.Known is not null)
        {
            output.Ended(report);
        }
    }

    private void Say(PartyReport report)
    {
        if (report.Failure is { } failure)
        {
            errors.WriteLine(failure);
        }
    }

    // While a write to the console waits for its reader, no other goes on, to its error output neither.
    private static async Task InTimeAsync(Action write)
    {
        try
        {
            await Task.Run(write).WaitAsync(OutputPatience);
        }
        catch (TimeoutException)
        {
            // Nobody reads.
        }
    }

    private PartyRun NewRun(PartySettings settings, DemoOptions options, TextReader? text)
    {
        var isEndless = options is { Events: null, Rate: null };
        var seed = options.Seed ?? Random.Shared.Next();
        var limit = options.Events ?? (isEndless && text is null && !isTerminal ? WordsOffATerminal : null);
        var rate = isEndless && isTerminal && options.Output == OutputKind.Words
            ? WordsPerSecondOnATerminal
            : options.Rate;

        return new(settings, NewOutput(options.Output, settings), TimeProvider.System)
        {
            Feed = (text, options.IsAddressed) switch
            {
                ({ } words, _) => new TextWords(words, limit),
                (_, false) => new RandomWords(seed, limit),
                _ => null,
            },
            Addressed = options.IsAddressed
                ? new AddressedWords(settings.Letters, settings.Partitions.Length, seed, limit)
                : null,
            Pace = new(rate),
            Faults = new(options.FailEvery),
        };
    }

    private IPartyOutput NewOutput(OutputKind kind, PartySettings settings) => kind switch
    {
        OutputKind.Json => new JsonOutput(output),
        OutputKind.None => new SilentOutput(),
        _ => new WordsOutput(output, settings.Names),
    };

    private static PartySettings ReadSettings(string? config)
    {
        if (config is null)
        {
            return PartySettingsReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "party.conf"));
        }

        RequireFile("--config to be a file", config);
        return PartySettingsReader.ReadFile(config);
    }

    private static void RequireFile(string expected, string path)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"Expected {expected}, got the folder {path}.");
        }

        if (!File.Exists(path))
        {
            throw new UsageException($"Expected {expected}, got {path}, where there is none.");
        }
    }

    private static PartySettings Override(PartySettings settings, DemoOptions options)
    {
        var max = options.MaxDemand ?? settings.MaxDemand;

        // Half of the new ceiling, where only the ceiling was moved below what the settings say.
        var min = options.MinDemand ?? (settings.MinDemand < max ? settings.MinDemand : null);
        return min is null || min < max
            ? settings with { MaxDemand = max, MinDemand = min, Delivery = options.Delivery ?? settings.Delivery }
            : throw new UsageException($"Expected --min-demand below max-demand, got {min} and {max}.");
    }

    // Bytes that are not UTF-8 read as U+FFFD, which is no letter, and so part words as a blank does.
    private StreamReader OpenWords(string words)
    {
        if (words == "-")
        {
            return NewReader(openInput());
        }

        RequireFile("--words to be a text file or -", words);
        return NewReader(File.OpenRead(words));

        static StreamReader NewReader(Stream text) => new(text, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
    }
}
