using System.Globalization;
using Party.Benchmarks;
using Party.Benchmarks.Actors;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Partitions;
using Party.Benchmarks.Thousands;
using Party.Benchmarks.Words;

var cases = new OrderedDictionary<string, Action<Settings, Report>>
{
    ["party"] = PartyCase.Run,
    ["thousands"] = ThousandsCase.Run,
    ["actors"] = ActorsCase.Run,
    ["partitions"] = PartitionsCase.Run,
    ["isolation"] = IsolationCase.Run,
    ["skew"] = SkewCase.Run,
    ["resize"] = ResizeCase.Run,
};

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (CommandLine.Read(args, cases.Keys) is not { } line)
{
    Console.Error.WriteLine(
        $"Expected {CommandLine.Usage}, got \"{string.Join(' ', args)}\". Cases: {string.Join(", ", cases.Keys)}.");
    return 2;
}

var report = new Report(line.Case, line.IsJson);
cases[line.Case](new(line.IsQuick), report);
if (line.Page is not null)
{
    report.Replace(line.Page);
}

return 0;
