using Akka.Actor;
using Party.Demand.Subscriptions;

namespace Party.Actors;

/// <summary>A subscription that a consumer is to make.</summary>
/// <remarks>
/// The producer is given by its reference, and is that one actor; or it is named by its path, and is whoever stands
/// there: the consumer waits for it if there is nobody yet, and finds the next one of that name when it has gone. See
/// <see cref="SubscriptionOptions.Resubscribe"/>.
/// </remarks>
public sealed record SubscribeTo
{
    private static readonly Resubscription ForEver = new();

    /// <summary>A subscription with default options, to a producer with a single partition.</summary>
    /// <param name="producer">The stage whose events are wanted.</param>
    /// <exception cref="ArgumentException">The producer is nobody.</exception>
    public SubscribeTo(IActorRef producer)
        : this(producer, new())
    {
    }

    /// <summary>A subscription.</summary>
    /// <param name="producer">The stage whose events are wanted.</param>
    /// <param name="options">How many of them at a time, of which partition.</param>
    /// <exception cref="ArgumentException">The producer is nobody.</exception>
    public SubscribeTo(IActorRef producer, SubscriptionOptions options) =>
        (Producer, Options) = (Somebody(producer), options);

    /// <summary>A subscription with default options to the producer of a name.</summary>
    /// <param name="path">See <see cref="Path"/>.</param>
    /// <exception cref="ArgumentException">The path names none, or several.</exception>
    public SubscribeTo(string path)
        : this(path, new())
    {
    }

    /// <summary>A subscription to the producer of a name.</summary>
    /// <param name="path">See <see cref="Path"/>.</param>
    /// <param name="options">How many of its events at a time, of which partition.</param>
    /// <exception cref="ArgumentException">The path names none, or several.</exception>
    public SubscribeTo(string path, SubscriptionOptions options) =>
        (Producer, Path, Options) = (ActorRefs.Nobody, One(path), options);

    /// <summary>The stage whose events are wanted; nobody where it is named by its path.</summary>
    public IActorRef Producer { get; }

    /// <summary>
    /// Where the stage is looked for whose events are wanted, such as <c>/user/orders</c> or an address with it, as an
    /// actor selection of the consumer reads it; null where it is given by its reference.
    /// </summary>
    public string? Path { get; }

    /// <summary>How many of its events at a time, of which partition.</summary>
    public SubscriptionOptions Options { get; init; }

    /// <summary>When to subscribe again; null where nobody has said, and the producer is one actor.</summary>
    internal Resubscription? Resubscription => Options.Resubscribe ?? (Path is null ? null : ForEver);

    // Nobody never answers, and never dies either: who waits for that waits for ever.
    private static IActorRef Somebody(IActorRef producer) => producer.IsNobody()
        ? throw new ArgumentException(
            "Expected a producer to subscribe to, got nobody. A context has no child of that name, or no sender.",
            nameof(producer))
        : producer;

    private static string One(string path) => string.IsNullOrWhiteSpace(path) || path.AsSpan().ContainsAny('*', '?')
        ? throw new ArgumentException(
            $"Expected the path of one producer, got \"{path}\". A path such as /user/orders names one; * and ? name "
            + "any number.",
            nameof(path))
        : path;
}
