using Party.Demand.Delivering;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Dispatching;

/// <summary>Shares a producer's events out against the demand of its consumers.</summary>
/// <remarks>
/// <para>
/// A dispatcher is arithmetic: it belongs to one stage, reads no clock, takes no lock and sends nothing. Every step
/// returns what the stage is to do. <c>docs/rules.md</c> numbers the rules it must keep (D-01 and on), and the abstract
/// test class <c>DispatcherTck</c> holds a dispatcher against them.
/// </para>
/// <para>
/// One of your own: derive from <see cref="Sharing.SharingDispatcher{TEvent}"/>, which counts what is owed, and leave
/// it to say who gets what.
/// </para>
/// </remarks>
public interface IDispatcher<TEvent>
{
    /// <summary>The partitions; a single one where the dispatcher knows none.</summary>
    PartitionNames Partitions { get; }

    /// <summary>Who may get what a consumer was sent and did not confirm.</summary>
    Seating Seating { get; }

    /// <summary>Asked of the producer and not yet received.</summary>
    long Owed { get; }

    /// <summary>Demand that the producer is to be asked for.</summary>
    long Unasked { get; }

    /// <summary>Events that this dispatcher took and has no room for.</summary>
    int Held { get; }

    /// <summary>The index of the partition that the first held event waits for, or −1.</summary>
    int HeldFor { get; }

    /// <summary>Events discarded by this dispatcher, by cause.</summary>
    DiscardCounts Discarded { get; }

    /// <summary>Events that wait in one partition for its demand.</summary>
    int ParkedIn(int partition);

    /// <summary>
    /// Events that one partition was ever given, those it has parked included; −1 where that is not counted.
    /// </summary>
    long PlacedIn(int partition) => -1;

    /// <summary>
    /// How many of the events that wait in one partition are held back from its demand for another reason.
    /// </summary>
    int HeldBackIn(int partition) => 0;

    /// <summary>Events that wait in the dispatcher and would go to one partition's consumers.</summary>
    int WaitingFor(int partition) => ParkedIn(partition);

    /// <summary>Whether a subscription is given nothing now, and takes over when another leaves.</summary>
    bool StandsBy(Subscription subscription) => false;

    /// <summary>Whether one partition hands nothing on for now, whatever its demand is.</summary>
    bool IsPaused(int partition) => false;

    /// <summary>The index of the partition that a subscription would get, or −1.</summary>
    int PartitionOf(Subscription subscription);

    /// <summary>A subscription of the same consumer that this one would take the place of, if there is one.</summary>
    Subscription? ReplacedBy(Subscription newcomer);

    /// <summary>Admits a subscription and gives it a seat, or says why not. A refused one changes nothing.</summary>
    Admission Subscribe(Subscription subscription);

    /// <summary>Adds to the demand of a subscription.</summary>
    /// <param name="subscription">One that this dispatcher admitted.</param>
    /// <param name="demand">At least 1.</param>
    Dispatch<TEvent> Request(Subscription subscription, long demand);

    /// <summary>Whether demand of several subscriptions can be added in one step; always the same.</summary>
    bool IsFolding => false;

    /// <summary>Adds to the demand of several subscriptions in one step.</summary>
    /// <param name="demands">Each subscription once, in the order in which they asked; there may be none.</param>
    /// <exception cref="NotSupportedException">This dispatcher takes them one by one.</exception>
    Dispatch<TEvent> Request(scoped ReadOnlySpan<SubscriptionDemand> demands) => throw new NotSupportedException(
        $"Expected a dispatcher that folds requests, got {GetType().Name}. Call Request for each subscription.");

    /// <summary>Ends a subscription. What waits in the dispatcher stays.</summary>
    /// <param name="subscription">One that this dispatcher admitted.</param>
    Dispatch<TEvent> Cancel(Subscription subscription);

    /// <summary>Takes events that the producer emitted; what it does not take, it leaves over.</summary>
    /// <param name="events">The events, in order.</param>
    /// <param name="origin">
    /// What they were made of, which every delivery of them names; those that are discarded are settled there. Null
    /// where nobody wants to know.
    /// </param>
    Dispatch<TEvent> Dispatch(ReadOnlySpan<TEvent> events, Origin? origin = null);

    /// <summary>Takes events that waited in the stage, as far as there is demand for them now.</summary>
    /// <param name="events">The events, in order.</param>
    /// <param name="origin">What they were made of, as in <see cref="Dispatch"/>.</param>
    Dispatch<TEvent> Offer(ReadOnlySpan<TEvent> events, Origin? origin = null);

    /// <summary>
    /// Takes events that a consumer at a seat was sent and did not confirm, as far as another has demand there now.
    /// They were placed before, and no selector sees them. Never called where every consumer gets every event, nor
    /// where a partition dispatcher shares by key.
    /// </summary>
    /// <param name="seat">The seat.</param>
    /// <param name="events">The events, in order; older than all that waits for this seat.</param>
    /// <param name="origin">What they were made of, as in <see cref="Dispatch"/>.</param>
    Dispatch<TEvent> Redeliver(int seat, ReadOnlySpan<TEvent> events, Origin? origin);

    /// <summary>
    /// Lets one partition hand nothing on until <see cref="ResumePartition"/>. Its demand stays, and is not asked for.
    /// </summary>
    /// <param name="partition">Its index. Where it is paused already, nothing changes.</param>
    /// <exception cref="NotSupportedException">This dispatcher has no partitions to pause.</exception>
    Dispatch<TEvent> PausePartition(int partition) => throw NoPartitions();

    /// <summary>Lets a paused partition go on.</summary>
    /// <param name="partition">Its index. Where it is not paused, nothing changes.</param>
    /// <exception cref="NotSupportedException">This dispatcher has no partitions to pause.</exception>
    Dispatch<TEvent> ResumePartition(int partition) => throw NoPartitions();

    /// <summary>Lets a message wait behind every event that waits in the dispatcher.</summary>
    Dispatch<TEvent> Inform(object message);

    /// <summary>What to ask the producer for now. It is owed from then on.</summary>
    DemandIncrement Ask();

    /// <summary>What is owed already, for a producer that has forgotten it.</summary>
    DemandIncrement AskAgain();

    private NotSupportedException NoPartitions() =>
        new($"Expected a dispatcher with partitions, got {GetType().Name}. Give the producer a partition dispatcher.");
}
