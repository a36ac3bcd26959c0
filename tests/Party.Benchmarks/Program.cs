using System.Globalization;
using Party.Benchmarks;
using Party.Benchmarks.Runtime;
using Party.Benchmarks.Words;

if (args is not ["party" or "runtime", .. var flags] || flags.Any(flag => flag != "--quick"))
{
    Console.Error.WriteLine($"Expected: party [--quick] or runtime [--quick], got: {string.Join(' ', args)}");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Action<Settings> run = args[0] == "party" ? PartyCase.Run : RuntimeCase.Run;
run(new Settings(IsQuick: flags.Contains("--quick")));
return 0;
