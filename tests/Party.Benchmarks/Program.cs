using System.Globalization;
using Party.Benchmarks;
using Party.Benchmarks.Partitions;
using Party.Benchmarks.Runtime;
using Party.Benchmarks.Words;

var cases = new Dictionary<string, Action<Settings>>
{
    ["party"] = PartyCase.Run,
    ["runtime"] = RuntimeCase.Run,
    ["partitions"] = PartitionsCase.Run,
    ["isolation"] = IsolationCase.Run,
    ["skew"] = SkewCase.Run,
    ["resize"] = ResizeCase.Run,
};

if (args is not [var name, .. var flags] || !cases.TryGetValue(name, out var run)
    || flags.Any(flag => flag != "--quick"))
{
    Console.Error.WriteLine(
        $"Expected: {string.Join(", ", cases.Keys)}; and --quick, or not. Got: {string.Join(' ', args)}");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
run(new Settings(IsQuick: flags.Contains("--quick")));
return 0;
