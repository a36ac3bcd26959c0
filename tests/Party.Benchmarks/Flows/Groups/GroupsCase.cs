using Party.Benchmarks.Flows.Counting;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Groups;

/// <summary>How often each of very many keys comes.</summary>
internal static class GroupsCase
{
    public static void Run(Settings settings, Report report)
    {
        var keys = Keys.Make(settings.Events);
        CountRows.Add(
            settings with { IsLong = true },
            report,
            Cell.Count("keys", keys.Length / Keys.Times),
            keys,
            [true, false],
            static keys => new KeyLoop(keys));
    }
}
