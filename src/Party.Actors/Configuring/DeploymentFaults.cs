using Akka.Actor;
using Akka.Configuration;

namespace Party.Actors.Configuring;

/// <summary>What can be wrong with the ids of a deployment, where there is an actor system to ask.</summary>
/// <param name="OfThreadDispatcher">What is wrong with the id of a thread dispatcher; null for nothing.</param>
/// <param name="OfMailbox">What is wrong with the id of a mailbox; null for nothing.</param>
internal sealed record DeploymentFaults(Func<string, string?> OfThreadDispatcher, Func<string, string?> OfMailbox)
{
    /// <summary>Takes every id as it is.</summary>
    public static DeploymentFaults None { get; } = new(_ => null, _ => null);

    /// <summary>Insists on what a system has.</summary>
    public static DeploymentFaults In(ActorSystem system) => new(
        id => system.Dispatchers.HasDispatcher(id) ? null : Unknown("thread dispatcher", id, system),
        id => HasMailbox(system, id) ? null : Unknown("mailbox", id, system));

    // Akka.NET has no question for this.
    private static bool HasMailbox(ActorSystem system, string id)
    {
        try
        {
            return system.Mailboxes.Lookup(id) is not null;
        }
        catch (ConfigurationException)
        {
            return false;
        }
    }

    private static string Unknown(string what, string id, ActorSystem system) =>
        $"Expected the id of a {what}, got \"{id}\". The configuration of the actor system {system.Name} has none "
        + "at that path. Add one there, or correct the id. Nothing was started.";
}
