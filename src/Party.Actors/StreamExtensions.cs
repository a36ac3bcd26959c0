using System.Runtime.CompilerServices;
using Akka.Actor;
using Party.Actors.Consuming;
using Party.Actors.Edges;

namespace Party.Actors;

/// <summary>The events of producers, for code that is no actor.</summary>
public static class StreamExtensions
{
    /// <summary>The events of producers as a sequence, which makes the subscriptions when it is gone through.</summary>
    /// <remarks>
    /// <para>
    /// They come in batches, of which more is requested when the element after one is asked for: so a loop that is
    /// slow slows the producers. Every enumeration has subscriptions of its own.
    /// </para>
    /// <para>
    /// It ends when all producers are gone, and at the normal end or shutdown of a permanent subscription. When it is
    /// left early, or cancelled, every subscription is cancelled with a normal end, and nothing stays behind.
    /// </para>
    /// </remarks>
    /// <param name="system">The actor system in which an actor subscribes, for as long as the loop runs.</param>
    /// <param name="subscriptions">What to subscribe to. Without any, the sequence is empty.</param>
    /// <exception cref="ArgumentException">The options of a subscription contradict each other.</exception>
    /// <exception cref="SubscriptionEndedException">
    /// While it is gone through: a subscription has ended with a failure, and is not a temporary one.
    /// </exception>
    public static IAsyncEnumerable<TEvent> Stream<TEvent>(
        this ActorSystem system, params SubscribeTo[] subscriptions) => system.Stream<TEvent>(new(), subscriptions);

    /// <inheritdoc cref="Stream{TEvent}(ActorSystem, SubscribeTo[])" path="/summary|/remarks|/exception"/>
    /// <param name="system">The actor system in which an actor subscribes, for as long as the loop runs.</param>
    /// <param name="options">What the producers are told besides.</param>
    /// <param name="subscriptions">What to subscribe to. Without any, the sequence is empty.</param>
    public static IAsyncEnumerable<TEvent> Stream<TEvent>(
        this ActorSystem system, StreamOptions options, params SubscribeTo[] subscriptions)
    {
        foreach (var to in subscriptions)
        {
            _ = to.Options.EffectiveMinDemand();
            ByHand.Refuse(
                to,
                "a stream",
                "A batch is confirmed when the element after its last is asked for. Set confirmation.");
        }

        return Read<TEvent>(system, options, [.. subscriptions]);
    }

    private static async IAsyncEnumerable<TEvent> Read<TEvent>(
        ActorSystem system,
        StreamOptions options,
        SubscribeTo[] subscriptions,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var pipe = new StreamPipe<TEvent>();
        var consumer = system.ActorOf(Props.Create(() => new StreamConsumer<TEvent>(pipe, subscriptions, options)));
        try
        {
            await foreach (var batch in pipe.Batches.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                foreach (var item in batch.Events)
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return item;
                }

                batch.Finish();
            }
        }
        finally
        {
            system.Stop(consumer);
            await pipe.Left.ConfigureAwait(false);
        }
    }
}
