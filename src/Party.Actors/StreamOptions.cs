using Akka.Actor;
using Party.Demand.Dispatching;

namespace Party.Actors;

/// <summary>What a stream does besides subscribing.</summary>
public sealed record StreamOptions
{
    /// <summary>What is told to <see cref="Producers"/> once the subscriptions are made.</summary>
    /// <value>
    /// <see cref="DemandMode.Forward"/> by default: a producer that lets its demand accumulate begins with the stream.
    /// </value>
    public DemandMode DemandMode
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected {nameof(DemandMode)} to be forward or accumulate, got {value}.");
    }

    /// <summary>Who is told.</summary>
    /// <value>
    /// Null by default: those that are subscribed to. Where these are in between, name the producers before them.
    /// </value>
    public IReadOnlyList<IActorRef>? Producers { get; init; }
}
