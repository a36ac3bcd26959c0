using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using Akka.Actor;
using Party.Flows.Building;
using Party.Flows.Sources;

namespace Party.Flows;

/// <summary>Begins flows: computations that read like LINQ and run in parallel on stages.</summary>
/// <remarks>
/// A flow is a description, which never changes. Every run of it, such as
/// <see cref="Flow{TEvent}.ToListAsync"/>, starts stages of its own and reads its
/// sources anew.
/// </remarks>
public static class Flow
{
    /// <summary>The events of a sequence.</summary>
    /// <param name="events">
    /// An array, a list or an immutable array is read by all stages side by side, where it lies. Anything else is read
    /// by one stage, which handles no other message while it waits for an event: where that can be long, give an
    /// <see cref="IAsyncEnumerable{T}"/>. It is read as it is asked for, and may have no end.
    /// </param>
    /// <param name="options">The stages that do what follows.</param>
    public static EntryFlow<TEvent> From<TEvent>(IEnumerable<TEvent> events, FlowOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events switch
        {
            TEvent[] array => FromMemory<TEvent>(array, options),
            ImmutableArray<TEvent> array => FromMemory(array.AsMemory(), options),
            List<TEvent> list => Begin(
                new SourceEntry<TEvent>(
                    $"{nameof(From)}(list)",
                    isShared: true,
                    () => new ArrayBlocks<TEvent>(CollectionsMarshal.AsSpan(list).ToArray())),
                options),
            _ => Begin(
                new SourceEntry<TEvent>(
                    $"{nameof(From)}(sequence)", isShared: false, () => new SequenceBlocks<TEvent>(events)),
                options),
        };
    }

    /// <summary>The events of several sequences, each of which a stage reads while others read the others.</summary>
    /// <param name="sources">At least one.</param>
    /// <param name="options">The stages that do what follows.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static EntryFlow<TEvent> FromAll<TEvent>(
        IEnumerable<IEnumerable<TEvent>> sources, FlowOptions? options = null)
    {
        var all = Some(sources, nameof(FromAll));
        return Merge(all.Select(source => From(source, new() { Stages = 1 })), options ?? new());
    }

    /// <summary>The events of an asynchronous sequence, as soon as they are there.</summary>
    /// <param name="events">It is read as it is asked for, and may have no end.</param>
    /// <param name="options">The stages that do what follows.</param>
    public static EntryFlow<TEvent> From<TEvent>(IAsyncEnumerable<TEvent> events, FlowOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        return Begin(StreamEntry.Of($"{nameof(From)}(asynchronous sequence)", events), options);
    }

    /// <summary>What is written to a channel, until that is completed.</summary>
    /// <param name="events">What was not asked for stays there: so a bounded channel makes its writers wait.</param>
    /// <param name="options">The stages that do what follows.</param>
    public static EntryFlow<TEvent> From<TEvent>(ChannelReader<TEvent> events, FlowOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        return Begin(StreamEntry.Of($"{nameof(From)}(channel)", events), options);
    }

    /// <summary>The events of producers that are there already. They go on when the flow has ended.</summary>
    /// <param name="producers">At least one. A flow ends when all of them have ended, with a normal end.</param>
    /// <param name="options">The stages that do what follows.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static EntryFlow<TEvent> FromProducers<TEvent>(
        IEnumerable<IActorRef> producers, FlowOptions? options = null) =>
        Begin(new ProducersEntry<TEvent>(Some(producers, nameof(FromProducers))), options);

    /// <summary>The events of producers that the flow starts, and stops.</summary>
    /// <param name="producers">
    /// What to start them with; at least one. One that accumulates demand is told to begin when all have subscribed.
    /// </param>
    /// <param name="options">The stages that do what follows.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static EntryFlow<TEvent> FromProps<TEvent>(IEnumerable<Props> producers, FlowOptions? options = null) =>
        Begin(new PropsEntry<TEvent>(nameof(FromProps), Some(producers, nameof(FromProps))), options);

    /// <summary>The events of several flows, which go to whichever stage asks for most.</summary>
    /// <param name="flows">At least one.</param>
    /// <param name="options">The stages that do what follows.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static EntryFlow<TEvent> Merge<TEvent>(IEnumerable<Flow<TEvent>> flows, FlowOptions? options = null) =>
        Hop(Some(flows, nameof(Merge)), Building.Hop<TEvent>.Shuffled, options);

    /// <summary>The events of several flows, of which every stage gets every one.</summary>
    /// <param name="flows">At least one.</param>
    /// <param name="options">The stages that do what follows.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static EntryFlow<TEvent> Broadcast<TEvent>(IEnumerable<Flow<TEvent>> flows, FlowOptions? options = null) =>
        Hop(Some(flows, nameof(Broadcast)), Building.Hop<TEvent>.Broadcast, options);

    internal static EntryFlow<TEvent> Hop<TEvent>(
        IReadOnlyList<Flow<TEvent>> flows, Hop<TEvent> hop, FlowOptions? options, bool isPartitioned = false) => new(
        new Layer<TEvent, TEvent>(
            new HopEntry<TEvent>([.. flows.Select(flow => flow.Layer)], hop),
            new((options ?? flows[0].Layer.Shape.Options).Checked()) { IsPartitioned = isPartitioned },
            static (_, following) => following));

    internal static T[] Some<T>(
        IEnumerable<T> items, string name, [CallerArgumentExpression(nameof(items))] string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(items, parameter);
        T[] all = [.. items];
        return all.Length > 0 && !all.Contains(default)
            ? all
            : throw new ArgumentException(
                $"Expected {name} to be given at least one, none of them null, got {all.Length}.", parameter);
    }

    internal static EntryFlow<TEvent> Begin<TEvent>(Entry<TEvent> entry, FlowOptions? options) =>
        new(new Layer<TEvent, TEvent>(entry, new((options ?? new()).Checked()), static (_, following) => following));

    private static EntryFlow<TEvent> FromMemory<TEvent>(ReadOnlyMemory<TEvent> events, FlowOptions? options) => Begin(
        new SourceEntry<TEvent>($"{nameof(From)}(array)", isShared: true, () => new ArrayBlocks<TEvent>(events)),
        options);
}
