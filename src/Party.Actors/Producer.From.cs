using System.Threading.Channels;
using Akka.Actor;
using Party.Actors.Edges;

namespace Party.Actors;

/// <content>Producers of what other code has.</content>
/// <remarks>
/// <para>
/// They read exactly what is asked for, never an event ahead. When the source ends, they hand on what they have and
/// stop, with a normal end, so that permanent consumers stop too. What is delivered at least once they wait to hear
/// confirmed first, and hand on again where it comes back.
/// </para>
/// <para>
/// What is read belongs to the stage's reference: a restart goes on where the last actor was. A source that has
/// thrown is over: the error fails the stage, and where the supervisor lets it live, it hands on what it has and
/// stops with the error as its reason. Every stage made of the same <see cref="Akka.Actor.Props"/> reads the source
/// for itself, and lets go of it when it stops.
/// </para>
/// </remarks>
public static partial class Producer
{
    /// <summary>A producer of the events of a sequence.</summary>
    /// <param name="events">
    /// It may have no end. The stage handles no other message while it waits for an event: where that can be long,
    /// give an <see cref="IAsyncEnumerable{T}"/>.
    /// </param>
    /// <param name="options">How the events are shared out; by default to the consumer with the highest demand.</param>
    /// <param name="onLastConsumerGone">Whether it goes on without consumers, as it does by default.</param>
    public static Props From<TEvent>(
        IEnumerable<TEvent> events,
        ProducerOptions<TEvent>? options = null,
        OnLastConsumerGone onLastConsumerGone = OnLastConsumerGone.Continue) =>
        From(new Readings<TEvent>(() => new EnumerableSource<TEvent>(events)), options, onLastConsumerGone);

    /// <summary>A producer of the events of an asynchronous sequence, each of them as soon as it is there.</summary>
    /// <param name="events">
    /// While it waits, the stage handles other messages. Its token is cancelled when the stage stops.
    /// </param>
    /// <param name="options">How the events are shared out; by default to the consumer with the highest demand.</param>
    /// <param name="onLastConsumerGone">Whether it goes on without consumers, as it does by default.</param>
    public static Props From<TEvent>(
        IAsyncEnumerable<TEvent> events,
        ProducerOptions<TEvent>? options = null,
        OnLastConsumerGone onLastConsumerGone = OnLastConsumerGone.Continue) =>
        From(new Readings<TEvent>(() => new AsyncEnumerableSource<TEvent>(events)), options, onLastConsumerGone);

    /// <summary>A producer of what is written to a channel, which ends when the channel is completed.</summary>
    /// <param name="events">
    /// What nobody has asked for stays there. So a bounded channel makes its writers wait for the consumers.
    /// </param>
    /// <param name="options">How the events are shared out; by default to the consumer with the highest demand.</param>
    /// <param name="onLastConsumerGone">Whether it goes on without consumers, as it does by default.</param>
    public static Props From<TEvent>(
        ChannelReader<TEvent> events,
        ProducerOptions<TEvent>? options = null,
        OnLastConsumerGone onLastConsumerGone = OnLastConsumerGone.Continue) =>
        From(new Readings<TEvent>(() => new ChannelSource<TEvent>(events)), options, onLastConsumerGone);

    private static Props From<TEvent>(
        Readings<TEvent> readings, ProducerOptions<TEvent>? options, OnLastConsumerGone onLastConsumerGone) =>
        !Enum.IsDefined(onLastConsumerGone)
        ? throw new ArgumentOutOfRangeException(
            nameof(onLastConsumerGone),
            onLastConsumerGone,
            $"Expected {nameof(onLastConsumerGone)} to be continue or stop, got {onLastConsumerGone}.")
        : Akka.Actor.Props.Create(() => new SourceProducer<TEvent>(readings, options ?? new(), onLastConsumerGone));
}
