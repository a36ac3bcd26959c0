using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;

namespace Party.Actors.Producing;

/// <summary>How far a producing stage has come with draining, and who wants to know.</summary>
internal sealed class Drainage(IActorContext context)
{
    private readonly HashSet<IActorRef> _askers = [];
    private readonly List<AbandonedEvents> _abandoned = [];
    private readonly IActorRef _self = context.Self;
    private ProducerPhase _phase;
    private bool _isQuiet;
    private bool _isLate;

    /// <summary>Whether a producer is still to be asked for events.</summary>
    public bool HasBegun => _phase != ProducerPhase.Running;

    /// <summary>Whether it has been answered.</summary>
    public bool IsOver => _phase == ProducerPhase.Drained && _askers.Count == 0;

    /// <summary>Whether nothing more comes in, and the stage has emitted what it kept back.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>The message that says that the time is up.</summary>
    public Reminder Deadline { get; } = new(context, "drain deadline");

    /// <summary>Begins to drain, if that was not done before.</summary>
    public void Begin() => _phase = HasBegun ? _phase : ProducerPhase.Flushing;

    /// <summary>Begins to drain, or lets one more know when it is done.</summary>
    public void Begin(IActorRef asker)
    {
        _askers.Add(asker);
        Begin();
    }

    /// <summary>
    /// Lets the stage emit what it keeps back, once, when nothing more comes in; and before that as often as nothing
    /// more can come in until some of it is handled.
    /// </summary>
    public void Settle(IProducerHandler? handler)
    {
        var isQuiet = handler is null || handler.IsSettled || handler.IsStalled;
        if (isQuiet && !_isQuiet)
        {
            handler?.OnDraining();
        }

        _isQuiet = isQuiet;
        IsSettled = isQuiet && handler?.IsSettled != false;
    }

    /// <summary>The stage is another one, which may keep back what it is handed on again.</summary>
    public void Unsettle() => _isQuiet = IsSettled = false;

    /// <summary>The time is up: nobody is waited for any more.</summary>
    /// <param name="links">The subscriptions that have not ended.</param>
    /// <param name="partitions">The partitions.</param>
    public void GiveUp(IEnumerable<ConsumerLink> links, PartitionNames partitions)
    {
        if (_phase == ProducerPhase.Drained)
        {
            return;
        }

        _isLate = true;
        _phase = ProducerPhase.Ending;
        foreach (var link in links.Where(static link => link.InFlight > 0))
        {
            Name(link, partitions);
        }
    }

    /// <summary>What is on its way to a consumer is nobody's any more.</summary>
    public void Name(ConsumerLink link, PartitionNames partitions) => _abandoned.Add(
        new(link.Consumer.Path.ToStringWithoutAddress(), partitions[link.Seat], link.InFlight));

    /// <summary>
    /// Goes on as far as the books allow: flush, end the subscriptions, hear how far they were handled, answer.
    /// </summary>
    /// <param name="ledger">The books.</param>
    /// <param name="links">The subscriptions.</param>
    /// <param name="handler">The stage; null while there is none.</param>
    /// <param name="end">Ends a subscription from this side.</param>
    public void Advance<TEvent>(
        ProducerLedger<TEvent> ledger, ConsumerLinks links, IProducerHandler? handler, Action<ConsumerLink> end)
    {
        if (_phase == ProducerPhase.Flushing)
        {
            Settle(handler);
            Flush(ledger, links, end);
        }

        if (_phase == ProducerPhase.Ending && links.IsEmpty)
        {
            _phase = ProducerPhase.Drained;
        }

        if (_phase == ProducerPhase.Drained && _askers.Count > 0)
        {
            var drained = new Drained(ledger.Balance()) { IsLate = _isLate, Abandoned = [.. _abandoned] };
            foreach (var asker in _askers)
            {
                asker.Tell(drained, _self);
            }

            _askers.Clear();
        }
    }

    // What a consumer does not confirm comes back, as long as it may come back itself: then there is more to flush.
    private void Flush<TEvent>(ProducerLedger<TEvent> ledger, ConsumerLinks links, Action<ConsumerLink> end)
    {
        // Once all are ended, it is only a matter of confirmations, and of what comes back instead.
        var isOver = !ledger.IsAnyOpen && ledger.IsUnconfirmed;
        if (!IsSettled || isOver || !ledger.IsFlushed)
        {
            return;
        }

        // Whoever confirms by hand may give an event back, which only it may be the one to get.
        IReadOnlyList<ConsumerLink> all = ledger.IsAnyOpen ? links.All : [];
        foreach (var link in all.Where(static link => link.IsOpen && !(link.IsByHand && link.InFlight > 0)))
        {
            end(link);
        }

        if (!ledger.IsUnconfirmed)
        {
            _phase = ProducerPhase.Ending;
            ledger.CloseDoors();
        }
    }
}
