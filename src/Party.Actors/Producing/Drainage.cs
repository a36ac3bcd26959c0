using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Ledgers;

namespace Party.Actors.Producing;

/// <summary>How far a producing stage has come with draining, and who wants to know.</summary>
internal sealed class Drainage(IActorContext context)
{
    private readonly HashSet<IActorRef> _askers = [];
    private readonly List<AbandonedEvents> _abandoned = [];
    private readonly IActorRef _self = context.Self;
    private ProducerPhase _phase;
    private bool _isSettled;

    /// <summary>Whether a producer is still to be asked for events.</summary>
    public bool HasBegun => _phase != ProducerPhase.Running;

    /// <summary>Whether it has been answered.</summary>
    public bool IsOver => _phase == ProducerPhase.Drained && _askers.Count == 0;

    /// <summary>The message that says that the time is up.</summary>
    public Reminder Deadline { get; } = new(context, "drain deadline");

    /// <summary>Begins to drain, or lets one more know when it is done.</summary>
    public void Begin(IActorRef asker)
    {
        _askers.Add(asker);
        _phase = HasBegun ? _phase : ProducerPhase.Flushing;
    }

    /// <summary>Lets the stage emit what it keeps back, once, when nothing more comes in.</summary>
    public void Settle(IProducerHandler? handler)
    {
        if (!_isSettled && handler?.IsSettled != false)
        {
            _isSettled = true;
            handler?.OnDraining();
        }
    }

    /// <summary>The time is up: nobody is waited for any more.</summary>
    /// <param name="abandoned">What is on its way, and to whom.</param>
    public void GiveUp(IEnumerable<AbandonedEvents> abandoned)
    {
        _abandoned.AddRange(abandoned);
        _phase = ProducerPhase.Ending;
    }

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
            var drained = new Drained(ledger.Balance()) { Abandoned = [.. _abandoned] };
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
        if (!_isSettled || !ledger.IsFlushed)
        {
            return;
        }

        foreach (var link in links.All.Where(static link => link.IsOpen))
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
