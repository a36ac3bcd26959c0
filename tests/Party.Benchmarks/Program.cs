using System.Globalization;
using Party.Benchmarks;
using Party.Benchmarks.Actors;
using Party.Benchmarks.Checking;
using Party.Benchmarks.Fanin;
using Party.Benchmarks.Fanout;
using Party.Benchmarks.Flows.Groups;
using Party.Benchmarks.Flows.Joins;
using Party.Benchmarks.Flows.Windows;
using Party.Benchmarks.Flows.Words;
using Party.Benchmarks.Latency;
using Party.Benchmarks.Length;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Partitions;
using Party.Benchmarks.Parts;
using Party.Benchmarks.Pipeline;
using Party.Benchmarks.Thousands;
using Party.Benchmarks.Words;

var cases = new OrderedDictionary<string, Action<Settings, Report>>
{
    ["party"] = PartyCase.Run,
    ["pipeline"] = PipelineCase.Run,
    ["fanout"] = FanoutCase.Run,
    ["fanin"] = FaninCase.Run,
    ["latency"] = LatencyCase.Run,
    ["length"] = LengthCase.Run,
    ["thousands"] = ThousandsCase.Run,
    ["actors"] = ActorsCase.Run,
    ["partitions"] = PartitionsCase.Run,
    ["isolation"] = IsolationCase.Run,
    ["skew"] = SkewCase.Run,
    ["resize"] = ResizeCase.Run,
    ["words"] = WordsCase.Run,
    ["groups"] = GroupsCase.Run,
    ["windows"] = WindowsCase.Run,
    ["joins"] = JoinsCase.Run,
};

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (args is ["parts", .. var rest])
{
    PartsCase.Run(rest);
    return 0;
}

if (args is ["check"])
{
    return RegressionCheck.Run(Console.Out);
}

if (Arguments.Read(args, cases.Keys) is not { } line)
{
    Console.Error.WriteLine(
        $"Expected {Arguments.Usage}, got \"{string.Join(' ', args)}\". Cases: {string.Join(", ", cases.Keys)}. "
        + "Also: check, which compares "
        + "ratios with limits, and parts [--filter PATTERN], which measures the parts of the hot path.");
    return 2;
}

// Whatever else is printed goes elsewhere: an error that an actor system logs, for one.
var report = new Report(line.Case, line.IsJson, Console.Out);
Console.SetOut(Console.Error);
cases[line.Case](new(line.IsQuick), report);
if (line.Page is not null)
{
    var haste = line.IsQuick ? "a quick run" : "a full run";
    report.Replace(line.Page, $"{Environment.ProcessorCount} cores, .NET {Environment.Version.Major}, {haste}.");
}

return 0;
