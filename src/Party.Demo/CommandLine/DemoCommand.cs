using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Party.Demand.Subscriptions;
using Party.Demo.Scenarios;

namespace Party.Demo.CommandLine;

/// <summary>The options of <c>dotnet run --project src/Party.Demo</c>.</summary>
internal sealed class DemoCommand
{
    private readonly Option<long?> _events = new("--events")
    {
        Description = "Produce exactly so many words, and end when all are accounted for. "
            + "Without it the Party goes on until Ctrl-C or the end of the text; off a terminal it ends after 1,000 words.",
        CustomParser = Number<long>("a number of at least 0", static value => value >= 0),
        HelpName = "N",
    };

    private readonly Option<int?> _seed = new("--seed")
    {
        Description = "The same seed brings the same words, and the same sequence to each partition.",
        CustomParser = Number<int>("a whole number", static _ => true),
        HelpName = "S",
    };

    private readonly Option<string?> _words = new("--words")
    {
        Description = "Take the words of a text in UTF-8, or of standard input (-), instead of random ones.",
        HelpName = "FILE|-",
    };

    private readonly Option<bool> _addressed = new("--addressed")
    {
        Description = "Make words for the very partitions that ask for them, from a random stream each.",
    };

    private readonly Option<string?> _config = new("--config")
    {
        Description = "Settings over the reference, instead of the Party's own party.conf.",
        HelpName = "FILE",
    };

    private readonly Option<double?> _rate = new("--rate")
    {
        Description = "Produce at most so many words per second. "
            + "20 where words go to a terminal and neither --events nor --rate is given.",
        CustomParser = Number<double>("a number above 0", static value => value > 0 && double.IsFinite(value)),
        HelpName = "N",
    };

    private readonly Option<OutputKind> _output = new("--output")
    {
        Description = "What to print: every start, demand and word, and a summary (words, the default); "
            + "one JSON object at the end; or nothing.",
        HelpName = "words|json|none",
        CustomParser = ParseOutput,
    };

    private readonly Option<int?> _maxDemand = new("--max-demand")
    {
        Description = "The most words that a consumer has asked for and not received (consumers.max-demand).",
        CustomParser = Number<int>("a number of at least 1", static value => value >= 1),
        HelpName = "N",
    };

    private readonly Option<int?> _minDemand = new("--min-demand")
    {
        Description = "A consumer asks for more when so few are left (consumers.min-demand).",
        CustomParser = Number<int>("a number of at least 0", static value => value >= 0),
        HelpName = "N",
    };

    private readonly Option<long?> _failEvery = new("--fail-every")
    {
        Description = "Let the handler of every n-th word fail, and see its consumer restarted. "
            + "Words that were handed on before are not counted again, and fail nobody.",
        CustomParser = Number<long>("a number of at least 1", static value => value >= 1),
        HelpName = "N",
    };

    private readonly Option<DeliveryMode?> _delivery = new("--delivery")
    {
        Description = "Whether words that a consumer was sent and did not handle are discarded (at-most-once), "
            + "or handed on again (at-least-once); consumers.delivery.",
        HelpName = "at-most-once|at-least-once",
        CustomParser = ParseDelivery,
    };

    private readonly Option<string?> _scenario = new("--scenario")
    {
        Description = "Play a scenario instead of the Party, and say once a second what is going on.",
        HelpName = ScenarioNames.All,
        CustomParser = ParseScenario,
    };

    private readonly Option<int?> _seconds = new("--seconds")
    {
        Description = "Play the scenario for so many seconds; 8 by default, or until Ctrl-C.",
        CustomParser = Number<int>("a number of at least 1", static value => value >= 1),
        HelpName = "N",
    };

    private readonly RootCommand _root;

    /// <summary>The command, which runs the given function when its options are in order.</summary>
    public DemoCommand(Func<DemoOptions, Task<int>> run)
    {
        _root = new("The Party: a producer makes as many words as its consumers ask for, and each word goes to the "
            + "consumer that owns its first letter.")
        {
            _events, _seed, _words, _addressed, _config, _rate, _output, _maxDemand, _minDemand, _failEvery,
            _delivery, _scenario, _seconds,
        };
        _root.Validators.Add(CheckTogether);
        _root.SetAction((parsed, _) => run(Read(parsed)));
    }

    /// <summary>Runs the command, or says what is wrong with its options.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InvokeAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var parsed = _root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await errors.WriteLineAsync(error.Message);
            }

            await errors.WriteLineAsync("--help shows the options.");
            return ExitCode.BadUsage;
        }

        // The Party drains on Ctrl-C by itself.
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(configuration);
    }

    private Option[] OfTheParty =>
    [
        _events, _seed, _words, _addressed, _config, _rate, _output, _maxDemand, _minDemand, _failEvery, _delivery,
    ];

    private static Func<ArgumentResult, T?> Number<T>(string expected, Func<T, bool> isGood)
        where T : struct, INumber<T> => result =>
        {
            var given = result.Tokens[0].Value;
            if (T.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && isGood(value))
            {
                return value;
            }

            result.AddError($"Expected {(result.Parent as OptionResult)?.Option.Name} to be {expected}, got {given}.");
            return null;
        };

    private static OutputKind ParseOutput(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        switch (given)
        {
            case "words":
                return OutputKind.Words;
            case "json":
                return OutputKind.Json;
            case "none":
                return OutputKind.None;
            default:
                result.AddError($"Expected --output to be words, json or none, got {given}.");
                return default;
        }
    }

    private static DeliveryMode? ParseDelivery(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        switch (given)
        {
            case "at-most-once":
                return DeliveryMode.AtMostOnce;
            case "at-least-once":
                return DeliveryMode.AtLeastOnce;
            default:
                result.AddError($"Expected --delivery to be at-most-once or at-least-once, got {given}.");
                return null;
        }
    }

    private static string? ParseScenario(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        if (ScenarioNames.Contains(given))
        {
            return given;
        }

        result.AddError($"Expected --scenario to be one of {ScenarioNames.All}, got {given}.");
        return null;
    }

    private void CheckTogether(CommandResult result)
    {
        if (result.GetResult(_seconds) is not null && result.GetResult(_scenario) is null)
        {
            result.AddError("Expected --seconds with --scenario, got it alone. Name a scenario, or leave it away.");
        }

        if (result.GetResult(_scenario) is not null)
        {
            Option[] others = [.. OfTheParty.Where(option => result.GetResult(option) is not null)];
            if (others.Length > 0)
            {
                result.AddError(
                    $"Expected --scenario alone or with --seconds, got {others[0].Name} too. Leave one away.");
            }
        }

        if (result.GetResult(_words) is not null && result.GetResult(_addressed) is not null)
        {
            result.AddError("Expected --words or --addressed, got both. A text comes in its own order. Leave one away.");
        }
    }

    private DemoOptions Read(ParseResult parsed) => new()
    {
        Events = parsed.GetValue(_events),
        Seed = parsed.GetValue(_seed),
        Words = parsed.GetValue(_words),
        IsAddressed = parsed.GetValue(_addressed),
        Config = parsed.GetValue(_config),
        Rate = parsed.GetValue(_rate),
        Output = parsed.GetValue(_output),
        MaxDemand = parsed.GetValue(_maxDemand),
        MinDemand = parsed.GetValue(_minDemand),
        FailEvery = parsed.GetValue(_failEvery),
        Delivery = parsed.GetValue(_delivery),
        Scenario = parsed.GetValue(_scenario),
        Seconds = parsed.GetValue(_seconds),
    };
}
