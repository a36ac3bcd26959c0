using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Actors;

/// <summary>What to ask of a stage from outside.</summary>
/// <remarks>
/// All of them wait at most 5 s unless told otherwise, and fail with <see cref="AskTimeoutException"/> then; a token
/// that is cancelled ends the waiting before, and changes nothing else.
/// </remarks>
public static class StageExtensions
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Lets a consumer subscribe, and waits until the producer has admitted it.</summary>
    /// <param name="consumer">The stage that is to get the events.</param>
    /// <param name="to">The producer, and what is asked for.</param>
    /// <param name="timeout">How long to wait; 5 s by default.</param>
    /// <param name="cancellationToken">Ends the waiting; the consumer goes on to subscribe.</param>
    /// <exception cref="SubscriptionRejectedException">The producer refused.</exception>
    /// <exception cref="SubscriptionEndedException">The producer is gone.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static Task<SubscriptionId> SubscribeAsync(
        this IActorRef consumer,
        SubscribeTo to,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        MakeAsync(consumer, new(to), timeout, cancellationToken);

    /// <summary>
    /// Lets a consumer subscribe anew; if the old subscription is to the same producer, it ends as the new one begins.
    /// </summary>
    /// <param name="consumer">The stage that is to get the events.</param>
    /// <param name="old">The subscription that ends. It need not be known any more.</param>
    /// <param name="to">The producer, and what is asked for.</param>
    /// <param name="reason">Why the old one ends.</param>
    /// <param name="timeout">How long to wait; 5 s by default.</param>
    /// <param name="cancellationToken">Ends the waiting; the consumer goes on to subscribe.</param>
    /// <inheritdoc cref="SubscribeAsync" path="/exception"/>
    public static Task<SubscriptionId> ResubscribeAsync(
        this IActorRef consumer,
        SubscriptionId old,
        SubscribeTo to,
        EndReason reason,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        MakeAsync(consumer, new(to, old, reason), timeout, cancellationToken);

    /// <summary>Lets a consumer cancel a subscription. It never stops the consumer.</summary>
    public static void Cancel(this IActorRef consumer, SubscriptionId subscription, EndReason reason) =>
        consumer.Tell(new EndSubscription(subscription, reason));

    /// <summary>Lets a message come to a stage when every event that waits in it now has gone.</summary>
    public static void Inform(this IActorRef stage, object message) => stage.Tell(new Inform(message));

    /// <summary>The same, and waits until the stage has got the message. That is not when its time has come.</summary>
    public static Task InformAsync(
        this IActorRef stage,
        object message,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        stage.Ask<Informed>(new Inform(message, IsAnswered: true), timeout ?? DefaultTimeout, cancellationToken);

    /// <summary>Lets a producer's demand, and what it emits, flow or wait.</summary>
    public static void SetDemandMode(this IActorRef producer, DemandMode mode) =>
        producer.Tell(new SetDemandMode(mode));

    /// <summary>Whether a producer's demand, and what it emits, flows or waits.</summary>
    public static Task<DemandMode> GetDemandModeAsync(
        this IActorRef producer, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        producer.Ask<DemandMode>(new GetDemandMode(), timeout ?? DefaultTimeout, cancellationToken);

    /// <summary>
    /// How many events wait in a stage for demand. Those parked in a partition are not counted; a consumer has none.
    /// </summary>
    public static async Task<int> EstimateBufferedAsync(
        this IActorRef stage, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        (await stage.Ask<BufferedEstimate>(
            new EstimateBuffered(), timeout ?? DefaultTimeout, cancellationToken)).Count;

    /// <summary>
    /// Lets one partition of a producer hand nothing on. Its events are parked, up to the park limit; its demand stays,
    /// and is not asked for. What is on its way is still handled.
    /// </summary>
    /// <param name="producer">The producer.</param>
    /// <param name="partition">The partition's name.</param>
    /// <param name="timeout">How long to wait for the answer; 5 s by default.</param>
    /// <param name="cancellationToken">Ends the waiting; the partition is paused all the same.</param>
    /// <exception cref="ArgumentException">The producer has no such partition.</exception>
    public static Task PausePartitionAsync(
        this IActorRef producer,
        string partition,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partition);
        return TurnAsync(producer, new PausePartition(partition), timeout, cancellationToken);
    }

    /// <summary>Lets a paused partition of a producer go on: what waits there is handed on first.</summary>
    /// <param name="producer">The producer.</param>
    /// <param name="partition">The partition's name.</param>
    /// <param name="timeout">How long to wait for the answer; 5 s by default.</param>
    /// <param name="cancellationToken">Ends the waiting; the partition goes on all the same.</param>
    /// <exception cref="ArgumentException">The producer has no such partition.</exception>
    public static Task ResumePartitionAsync(
        this IActorRef producer,
        string partition,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partition);
        return TurnAsync(producer, new ResumePartition(partition), timeout, cancellationToken);
    }

    /// <summary>
    /// Changes the partitions of a producer in this process, or the map to them, while events flow; and waits until no
    /// event has to wait for that any more.
    /// </summary>
    /// <param name="producer">The producer.</param>
    /// <param name="change">The change. A second one waits for the first.</param>
    /// <param name="timeout">How long to wait for the answer; as long as it takes by default.</param>
    /// <param name="cancellationToken">Ends the waiting; the change goes on all the same.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="ArgumentException">The change is refused, and nothing was changed.</exception>
    /// <exception cref="InvalidOperationException">The producer is gone, or is none.</exception>
    public static async Task<PartitionChangeReport> ChangePartitionsAsync<TEvent>(
        this IActorRef producer,
        PartitionChange<TEvent> change,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answer = producer.Ask<object>(
            new ChangePartitions<TEvent>(change), timeout ?? Timeout.InfiniteTimeSpan, waiting.Token);
        var end = producer.WatchAsync(waiting.Token);
        var first = await Task.WhenAny(answer, end);
        await waiting.CancelAsync();
        return first == end && await end && !answer.IsCompletedSuccessfully
            ? throw new InvalidOperationException(
                $"Expected {producer.Path} to be a producer, got one that is gone. Ask its successor.")
            : await answer switch
            {
                PartitionChangeReport report => report,
                Status.Failure { Cause: var cause } => throw cause,
                var other => throw new InvalidOperationException(
                    $"Expected {producer.Path} to be a producer, got {other}. Ask a producer to change its "
                    + "partitions."),
            };
    }

    private static async Task TurnAsync(
        IActorRef producer, object turn, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        if (await producer.Ask<object>(turn, timeout ?? DefaultTimeout, cancellationToken)
            is Status.Failure { Cause: var cause })
        {
            throw cause;
        }
    }

    private static async Task<SubscriptionId> MakeAsync(
        IActorRef consumer, MakeSubscription make, TimeSpan? timeout, CancellationToken cancellationToken) =>
        await consumer.Ask<object>(make, timeout ?? DefaultTimeout, cancellationToken) switch
        {
            SubscriptionMade made => made.Id,
            SubscriptionRejected rejected => throw new SubscriptionRejectedException(
                make.To.Producer, make.To.Path ?? $"{make.To.Producer.Path}", rejected),
            Status.Failure { Cause: var cause } => throw cause,
            var other => throw new InvalidOperationException(
                $"Expected {consumer.Path} to be a consumer, got {other}. Ask a consumer to subscribe."),
        };
}
