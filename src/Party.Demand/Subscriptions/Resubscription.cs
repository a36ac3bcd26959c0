using System.ComponentModel;
using Party.Demand.Hashing;

namespace Party.Demand.Subscriptions;

/// <summary>How a subscription is made again that has ended, or could not be made, though it is still wanted.</summary>
/// <remarks>
/// The pauses double from <see cref="MinBackoff"/> to <see cref="MaxBackoff"/>, and are short again once an event has
/// come. A normal end, after which there is nothing more to come, is no reason to subscribe again.
/// </remarks>
public sealed record Resubscription
{
    private const double DefaultJitter = 0.2;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>None at all: every end means what the cancel mode says, at once.</summary>
    public static Resubscription Never { get; } = new() { MaxAttempts = 0 };

    /// <summary>The first pause, without jitter.</summary>
    /// <value>200 ms by default, 1 ms to <see cref="MaxBackoff"/>. HOCON: <c>resubscribe.min-backoff</c>.</value>
    public TimeSpan MinBackoff
    {
        get;
        init => field = Checked(value, nameof(MinBackoff), "min-backoff");
    } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause, without jitter.</summary>
    /// <value>10 s by default, up to a day. HOCON: <c>resubscribe.max-backoff</c>.</value>
    public TimeSpan MaxBackoff
    {
        get;
        init => field = Checked(value, nameof(MaxBackoff), "max-backoff");
    } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The share of a pause by which it may be longer, so that consumers of one producer do not come all at once.
    /// </summary>
    /// <value>0.2 by default, 0 to 1. HOCON: <c>resubscribe.jitter</c>.</value>
    // Serializers that leave out what is 0 would bring back the default.
    [DefaultValue(DefaultJitter)]
    public double Jitter
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected jitter of 0 to 1, got {value}. It is a share of a pause.");
    } = DefaultJitter;

    /// <summary>How often it is tried again in a row, without an event between.</summary>
    /// <value>
    /// Null by default: for ever. 0 or more; after that the end means what the cancel mode says. HOCON:
    /// <c>resubscribe.max-attempts</c>.
    /// </value>
    public int? MaxAttempts
    {
        get;
        init => field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected max-attempts of at least 0, got {value}. Null means for ever.");
    }

    /// <summary>Why these settings contradict each other; null where they do not.</summary>
    public string? Contradiction => MinBackoff > MaxBackoff
        ? $"Expected min-backoff up to max-backoff, got min-backoff {MinBackoff} and max-backoff {MaxBackoff}. "
        + "Pauses double from the one to the other. Lower min-backoff, or raise max-backoff."
        : null;

    /// <summary>Whether it is tried again.</summary>
    /// <param name="attempt">How often it would have been tried again then; 1 or more.</param>
    public bool Allows(int attempt) => MaxAttempts is not { } most || attempt <= most;

    /// <summary>The pause before it is tried again.</summary>
    /// <param name="attempt">How often it will have been tried again then; 1 or more.</param>
    /// <param name="who">
    /// Who waits, for whom: the jitter follows from this and the attempt, and is the same for the same.
    /// </param>
    public TimeSpan PauseBefore(int attempt, string who)
    {
        var pause = Math.Min(MinBackoff.Ticks * Math.Pow(2, Math.Max(attempt, 1) - 1), MaxBackoff.Ticks);
        var share = PortableHash.Of($"{attempt} {who}") / (double)uint.MaxValue;
        return TimeSpan.FromTicks((long)(pause * (1 + (Jitter * share))));
    }

    private static TimeSpan Checked(TimeSpan value, string name, string setting) =>
        value >= Shortest && value <= Longest ? value : throw new ArgumentOutOfRangeException(
            name, value, $"Expected {setting} of 1 ms to a day, got {value}. It is a pause between two attempts.");
}
