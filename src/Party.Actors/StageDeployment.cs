using Akka.Actor;

namespace Party.Actors;

/// <summary>What a stage runs on: the threads, and the queue that its messages wait in.</summary>
/// <remarks>
/// Akka's own <c>akka.actor.deployment</c> goes over it: what that says of an actor's path is done, whatever its props
/// say.
/// </remarks>
public sealed record StageDeployment
{
    /// <summary>The id of a thread dispatcher: the path of its section in the actor system's configuration.</summary>
    /// <value>Null by default: what the props say. <c>thread-dispatcher</c>.</value>
    public string? ThreadDispatcher { get; init; }

    /// <summary>The id of a mailbox: the path of its section in the actor system's configuration.</summary>
    /// <value>Null by default: what the props say. <c>mailbox</c>.</value>
    public string? Mailbox { get; init; }

    /// <summary>The same props on these threads and with this queue. Whether there are such, the system says.</summary>
    public Props Apply(Props props)
    {
        ArgumentNullException.ThrowIfNull(props);
        var placed = ThreadDispatcher is null ? props : props.WithDispatcher(ThreadDispatcher);
        return Mailbox is null ? placed : placed.WithMailbox(Mailbox);
    }
}
