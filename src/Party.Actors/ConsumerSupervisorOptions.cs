using Akka.Actor;

namespace Party.Actors;

/// <summary>How a <see cref="ConsumerSupervisor{TEvent}"/> makes children from events, and treats them.</summary>
public sealed record ConsumerSupervisorOptions<TEvent> : SupervisorOptions
{
    /// <summary>What makes a child from an event.</summary>
    /// <remarks>
    /// It is called on the supervisor's thread, once for each event; a restart makes the child anew from the same
    /// props. Null, or an exception, means that there is no child for the event, which is finished then.
    /// </remarks>
    public required Func<TEvent, Props?> Child { get; init; }

    /// <summary>What to subscribe to, at the start and after each restart.</summary>
    /// <value>
    /// Nothing by default. The max-demand of a subscription is how many children run at once of its events; its
    /// min-demand, at how many more events are asked for.
    /// </value>
    public IReadOnlyList<SubscribeTo> Subscriptions { get; init; } = [];

    /// <summary>When a child that has ended is started again, for the same event.</summary>
    /// <value>
    /// <see cref="ChildRestart.Temporary"/> by default: never, however it ended. Or
    /// <see cref="ChildRestart.Transient"/>: after it failed.
    /// </value>
    public ChildRestart Restart
    {
        get;
        init => field = value is ChildRestart.Temporary or ChildRestart.Transient ? value : throw new ArgumentException(
            $"Expected a restart of temporary or transient, got {value.ToString().ToLowerInvariant()}. A permanent child is "
            + "started again however it ends, so that its event would never be finished. Choose temporary, and a child is never "
            + "started again, or transient, and it is when it failed.",
            nameof(value));
    }
}
