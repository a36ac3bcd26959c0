using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Ledgers;

namespace Party.Actors.Producing;

/// <summary>How far a producing stage has come with draining, and who wants to know.</summary>
internal sealed class Drainage(IActorContext context)
{
    private readonly HashSet<IActorRef> _askers = [];
    private readonly IActorRef _self = context.Self;
    private ProducerPhase _phase;

    /// <summary>Whether a producer is still to be asked for events.</summary>
    public bool HasBegun => _phase != ProducerPhase.Running;

    /// <summary>The message that says that the time is up.</summary>
    public Reminder Deadline { get; } = new(context, "drain deadline");

    /// <summary>Begins to drain, or lets one more know when it is done.</summary>
    public void Begin(IActorRef asker)
    {
        _askers.Add(asker);
        _phase = HasBegun ? _phase : ProducerPhase.Flushing;
    }

    /// <summary>The time is up: nobody is waited for any more.</summary>
    public void GiveUp() => _phase = ProducerPhase.Ending;

    /// <summary>
    /// Goes on as far as the books allow: flush, end the subscriptions, hear how far they were handled, answer.
    /// </summary>
    public void Advance<TEvent>(ProducerLedger<TEvent> ledger, ConsumerLinks links)
    {
        if (_phase == ProducerPhase.Flushing && ledger.IsFlushed)
        {
            _phase = ProducerPhase.Ending;
            ledger.CloseDoors();
            foreach (var link in links.All)
            {
                link.Consumer.Tell(new Cancelled(link.Id, EndReason.Shutdown), _self);
            }
        }

        if (_phase == ProducerPhase.Ending && links.IsEmpty)
        {
            _phase = ProducerPhase.Drained;
        }

        if (_phase == ProducerPhase.Drained && _askers.Count > 0)
        {
            var drained = new Drained(ledger.Balance());
            foreach (var asker in _askers)
            {
                asker.Tell(drained, _self);
            }

            _askers.Clear();
        }
    }
}
