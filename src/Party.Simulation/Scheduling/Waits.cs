using Akka.Actor.Hosting;
using Akka.Actor.References;
using Party.Simulation.Tracing;

namespace Party.Simulation.Scheduling;

/// <summary>What a simulation at rest still waits for.</summary>
internal static class Waits
{
    /// <summary>In words, one for each handler that awaits and each task that is piped.</summary>
    public static IReadOnlyList<string> Of(EmbeddedActorSystem? system, Pipes pipes) =>
        [.. Awaiting(system?.Provider.RootGuardian), .. pipes.Open()];

    private static IEnumerable<string> Awaiting(IInternalActorRef? actor)
    {
        if (actor is LocalActorRef { Cell: { IsAwaiting: true, CurrentMessage: { } message } cell })
        {
            yield return $"{Names.Of(cell.Self)} still awaits something in its handler of {Names.Of(message.GetType())}";
        }

        foreach (var wait in actor?.Children.SelectMany(Awaiting) ?? [])
        {
            yield return wait;
        }
    }
}
