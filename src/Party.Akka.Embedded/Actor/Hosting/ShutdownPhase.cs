using Akka.Configuration;

namespace Akka.Actor.Hosting;

/// <summary>A phase of a coordinated shutdown, as akka.coordinated-shutdown.phases describes it.</summary>
/// <param name="Name">Its key in the configuration.</param>
/// <param name="DependsOn">Phases that come before it.</param>
/// <param name="Timeout">How long its tasks may take.</param>
/// <param name="Recover">Whether the shutdown goes on after a task that failed or took too long.</param>
internal sealed record ShutdownPhase(string Name, IList<string> DependsOn, TimeSpan Timeout, bool Recover)
{
    private const string Section = "akka.coordinated-shutdown";

    /// <summary>All phases, each after those it depends on.</summary>
    /// <exception cref="ArgumentException">They depend on each other in a circle.</exception>
    public static IReadOnlyList<ShutdownPhase> InOrder(Config config)
    {
        var defaultTimeout = config.GetTimeSpan($"{Section}.default-phase-timeout");
        var section = config.GetConfig($"{Section}.phases") ?? Config.Empty;
        var phases = section.AsEnumerable()
            .Select(entry => Read(entry.Key, section.GetConfig($"\"{entry.Key}\"") ?? Config.Empty, defaultTimeout))
            .ToDictionary(phase => phase.Name, StringComparer.Ordinal);

        var ordered = new List<ShutdownPhase>();
        foreach (var name in phases.Keys)
        {
            Visit(name, [], phases, ordered);
        }

        return ordered;
    }

    private static ShutdownPhase Read(string name, Config section, TimeSpan defaultTimeout) => new(
        name,
        section.GetStringList("depends-on"),
        section.GetTimeSpan("timeout", defaultTimeout),
        section.GetBoolean("recover", true));

    private static void Visit(
        string name, List<string> path, Dictionary<string, ShutdownPhase> phases, List<ShutdownPhase> ordered)
    {
        if (path.Contains(name))
        {
            throw new ArgumentException(
                $"Expected {Section}.phases without a circle, got {string.Join(" → ", path)} → {name}.");
        }

        if (!phases.TryGetValue(name, out var phase) || ordered.Contains(phase))
        {
            return;
        }

        foreach (var before in phase.DependsOn)
        {
            Visit(before, [.. path, name], phases, ordered);
        }

        ordered.Add(phase);
    }
}
