using System.Text.Json.Nodes;
using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Party.Conformance.Hocon;

/// <summary>Runs a recorded case through <c>Akka.Configuration</c> and lists what came out differently.</summary>
internal sealed class CaseRun
{
    private readonly RecordedCase _case;
    private readonly List<string> _differences = [];
    private readonly Dictionary<string, Config?> _configs = [];
    private Config? _config;
    private string _stage = "parse";

    private CaseRun(RecordedCase recorded) => _case = recorded;

    /// <summary>What came out differently; nothing where all came out as recorded.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Runs a case; only the environment of the process is touched, and put back.</summary>
    public static CaseRun Of(RecordedCase recorded)
    {
        var run = new CaseRun(recorded);
        foreach (var (name, value) in recorded.Environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        run.Run();
        foreach (var (name, _) in recorded.Environment)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        return run;
    }

    private void Run()
    {
        var isBuilt = Attempt(Build);
        if (isBuilt && _case.Result is not null)
        {
            _stage = "access";
            isBuilt = Attempt(CompareResult);
        }

        if (isBuilt)
        {
            if (_case.Error is { } error)
            {
                _differences.Add($"expected {error["type"]} at {error["stage"]}, got a value");
            }

            CompareProbes();
        }
    }

    private bool Attempt(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception exception)
        {
            var expected = _case.Error is { } error ? $"{error["type"]} at {error["stage"]}" : "a value";
            var actual = $"{exception.GetType().FullName} at {_stage}";
            if (expected != actual)
            {
                _differences.Add($"expected {expected}, got {actual}: {exception.Message}");
            }

            return false;
        }
    }

    private void Build()
    {
        if (_case.Steps is { } steps)
        {
            foreach (var step in steps.OfType<JsonObject>())
            {
                _stage = $"step {step["let"]}";
                _config = RecordedStep.Run(step, _configs);
                _configs[(string?)step["let"] ?? ""] = _config;
            }

            return;
        }

        _config = _case.Includes is null
            ? ConfigurationFactory.ParseString(_case.Text)
            : ConfigurationFactory.ParseString(_case.Text, Include);
        foreach (var fallback in _case.Fallbacks)
        {
            _stage = "fallback";
            _config = _config.WithFallback(ConfigurationFactory.ParseString(fallback));
        }
    }

    private HoconRoot Include(string name)
        => (string?)_case.Includes?[name] is { } text
            ? Parser.Parse(text, Include)
            : throw new FileNotFoundException("no such include: " + name);

    private void CompareResult()
    {
        var expected = _case.Result ?? [];
        if ((bool?)expected["isNull"] == true)
        {
            Compare("isNull", true, _config is null);
            return;
        }

        if (_config is null)
        {
            _differences.Add("expected a configuration, got null");
            return;
        }

        Compare("tree", expected["tree"], Trees.Of(_config.Root));
        Compare("isEmpty", expected["isEmpty"], _config.IsEmpty);
        Compare("toString", expected["toString"], _config.ToString());
    }

    private void CompareProbes()
    {
        foreach (var probe in _case.Probes)
        {
            var config = (string?)probe["on"] is { } name ? _configs[name] : _config;
            var expected = (string?)probe["error"] is { } error ? $"throws {error}" : Text(probe["value"]);
            string actual;
            try
            {
                actual = Text(RecordedProbe.Run(probe, config!));
            }
            catch (Exception exception)
            {
                actual = $"throws {exception.GetType().FullName}";
            }

            if (expected != actual)
            {
                var question = $"{probe["get"]} {probe["path"]} (default {Text(probe["default"])})";
                _differences.Add($"{question}: expected {expected}, got {actual}");
            }
        }
    }

    private void Compare(string what, JsonNode? expected, JsonNode? actual)
    {
        if (!JsonNode.DeepEquals(expected, actual))
        {
            _differences.Add($"{what}: expected {Text(expected)}, got {Text(actual)}");
        }
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
