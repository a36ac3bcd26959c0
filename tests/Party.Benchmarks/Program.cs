using System.Globalization;
using Party.Benchmarks;
using Party.Benchmarks.Actors;
using Party.Benchmarks.Checking;
using Party.Benchmarks.Fanin;
using Party.Benchmarks.Fanout;
using Party.Benchmarks.Latency;
using Party.Benchmarks.Length;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Partitions;
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
};

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (args is ["check"])
{
    return RegressionCheck.Run(Console.Out);
}

if (CommandLine.Read(args, cases.Keys) is not { } line)
{
    Console.Error.WriteLine(
        $"Expected {CommandLine.Usage}, got \"{string.Join(' ', args)}\". Cases: {string.Join(", ", cases.Keys)}. "
        + "Also: check, which compares ratios with limits.");
    return 2;
}

// Whatever else is printed goes elsewhere: an error that an actor system logs, for one.
var report = new Report(line.Case, line.IsJson, Console.Out);
Console.SetOut(Console.Error);
cases[line.Case](new(line.IsQuick), report);
if (line.Page is not null)
{
    report.Replace(line.Page);
}

return 0;
