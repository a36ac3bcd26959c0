namespace Party.Demand.Subscriptions;

/// <summary>What a consumer asks for when it subscribes.</summary>
public sealed record SubscriptionOptions
{
    /// <summary>The ceiling of a consumer's outstanding demand where nothing else is said, in events.</summary>
    public const int DefaultMaxDemand = 1000;

    /// <summary>The partition to own; its name, or an index in digits where the partitions are numbered.</summary>
    /// <value>Null by default, which suits a producer with a single partition. HOCON: <c>partition</c>.</value>
    public string? Partition { get; init; }

    /// <summary>The name of the producer's selector that says which events of a broadcast are wanted.</summary>
    /// <value>Null by default: all of them. HOCON: <c>selector</c>.</value>
    public string? Selector { get; init; }

    /// <summary>Anything else to tell the producer; it reads it where it hears of the subscription.</summary>
    /// <value>Null by default.</value>
    public string? Note { get; init; }

    /// <summary>The most events asked for and not yet received, at any time.</summary>
    /// <value>1000 by default, at least 1. HOCON: <c>max-demand</c>.</value>
    public int MaxDemand
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected max-demand of at least 1, got {value}. Nothing would ever be requested.");
    } = DefaultMaxDemand;

    /// <summary>The outstanding demand at which more is requested, up to <see cref="MaxDemand"/> again.</summary>
    /// <value>
    /// Half of <see cref="MaxDemand"/> by default, 0 to <see cref="MaxDemand"/> − 1. HOCON: <c>min-demand</c>.
    /// </value>
    public int? MinDemand
    {
        get;
        init => field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected min-demand of at least 0, got {value}. Null means half of max-demand.");
    }

    /// <summary>What the producer's end of this subscription means to the consumer.</summary>
    /// <value><see cref="CancelMode.Permanent"/> by default. HOCON: <c>cancel</c>.</value>
    public CancelMode Cancel
    {
        get;
        init => field = Choice.Known(value, nameof(Cancel), "permanent, transient or temporary", "cancel");
    }

    /// <summary>What becomes of events that the consumer was sent and did not come to handle.</summary>
    /// <value><see cref="DeliveryMode.AtMostOnce"/> by default. HOCON: <c>delivery</c>.</value>
    public DeliveryMode Delivery
    {
        get;
        init => field = Choice.Known(value, nameof(Delivery), "at-most-once or at-least-once", "delivery");
    }

    /// <summary>When events that are delivered at least once count as handled.</summary>
    /// <value><see cref="Subscriptions.Confirmation.WhenHandled"/> by default. HOCON: <c>confirmation</c>.</value>
    public Confirmation Confirmation
    {
        get;
        init => field = Choice.Known(value, nameof(Confirmation), "when-handled or by-hand", "confirmation");
    }

    /// <summary>
    /// Whether and when the subscription is made again after an end that is no normal one, or a refusal that may pass.
    /// Until it is given up, <see cref="Cancel"/> does not apply to those.
    /// </summary>
    /// <value>
    /// Null by default: for ever where the producer is named by its path, never where it is given by its reference.
    /// HOCON: <c>resubscribe</c>.
    /// </value>
    public Resubscription? Resubscribe { get; init; }

    /// <summary>
    /// How long the handler of a batch may take until that is reported. Nothing is cancelled, and nothing is lost.
    /// </summary>
    /// <value>
    /// <see cref="Timeout.InfiniteTimeSpan"/> by default: it is never reported; else more than 0. HOCON:
    /// <c>batch-budget</c>.
    /// </value>
    public TimeSpan BatchBudget
    {
        get;
        init => field = value > TimeSpan.Zero || value == Timeout.InfiniteTimeSpan
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                value,
                $"Expected {nameof(BatchBudget)} to be infinite or more than 0, got {value}. Set batch-budget.");
    } = Timeout.InfiniteTimeSpan;

    /// <summary>Why these options contradict each other; null where they do not.</summary>
    public string? Contradiction => Confirmation == Confirmation.ByHand && Delivery == DeliveryMode.AtMostOnce
        ? "Expected events that are confirmed by hand to be delivered at least once, got delivery at-most-once. Set "
        + "delivery to at-least-once, or confirmation to when-handled."
        : MinDemand >= MaxDemand
        ? $"Expected min-demand below max-demand, got min-demand {MinDemand} and max-demand {MaxDemand}. "
        + "A batch is max-demand − min-demand events. Lower min-demand, or raise max-demand."
        : Resubscribe?.Contradiction;

    /// <summary>The refill threshold in force: <see cref="MinDemand"/>, or half of <see cref="MaxDemand"/>.</summary>
    /// <exception cref="ArgumentException">
    /// The threshold is not below the ceiling, so nothing would ever be requested again.
    /// </exception>
    public int EffectiveMinDemand() =>
        Contradiction is { } contradiction ? throw new ArgumentException(contradiction) : MinDemand ?? MaxDemand / 2;
}
