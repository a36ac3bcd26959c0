using System.Collections.Immutable;

namespace Party.Demand.Partitions;

/// <summary>
/// A small number of classes of events, each with a weight: what waits in a partition is served by class.
/// </summary>
/// <remarks>
/// <para>
/// The classes take turns, and each is served as many events in a row as its weight says, or as it has. So no class
/// starves: of any Σ weights events that are served while events of it wait, at least its weight are its own. Within a
/// class, events keep their order. What finds demand is handed on at once, whatever its class.
/// </para>
/// <para>
/// The function is called once for each event that is placed, after the selector and before anything of the event
/// moves. Where it throws, or names a class that there is none of, that one event is set aside and named.
/// </para>
/// </remarks>
public sealed class EventPriorities<TEvent>
{
    /// <summary>The most classes.</summary>
    public const int MostClasses = 8;

    /// <summary>Classes by a function.</summary>
    /// <param name="classOf">From the event to its class: 0 to the number of weights − 1.</param>
    /// <param name="weights">One for each class, 1 to 8 of them, each at least 1.</param>
    /// <exception cref="ArgumentException">There are no weights, too many, or one below 1.</exception>
    public EventPriorities(Func<TEvent, int> classOf, params IEnumerable<int> weights)
    {
        ArgumentNullException.ThrowIfNull(classOf);
        ArgumentNullException.ThrowIfNull(weights);
        ClassOf = classOf;
        Weights = [.. weights];
        if (Weights.Length is < 1 or > MostClasses)
        {
            throw new ArgumentException(
                $"Expected weights of 1 to {MostClasses} classes, got {Weights.Length}. Give each class one weight.",
                nameof(weights));
        }

        var wrong = Weights.FirstOrDefault(static weight => weight < 1, 1);
        if (wrong < 1)
        {
            throw new ArgumentException(
                $"Expected weights of at least 1, got {wrong} among {string.Join(", ", Weights)}. "
                + "A class of weight 0 would never be served.",
                nameof(weights));
        }
    }

    /// <summary>From the event to its class.</summary>
    public Func<TEvent, int> ClassOf { get; }

    /// <summary>How many events of a class are served in its turn, by class.</summary>
    public ImmutableArray<int> Weights { get; }
}
