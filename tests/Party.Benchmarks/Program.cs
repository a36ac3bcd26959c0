using Party.Benchmarks;
using Party.Benchmarks.Words;

if (args is not ["party", .. var flags] || flags.Any(flag => flag != "--quick"))
{
    Console.Error.WriteLine($"Expected: party [--quick], got: {string.Join(' ', args)}");
    return 2;
}

PartyCase.Run(new Settings(IsQuick: flags.Contains("--quick")));
return 0;
