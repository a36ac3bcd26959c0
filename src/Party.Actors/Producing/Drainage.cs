using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Ledgers;

namespace Party.Actors.Producing;

/// <summary>How far a producing stage has come with draining, and who wants to know.</summary>
internal sealed class Drainage(IActorRef self)
{
    private readonly HashSet<IActorRef> _askers = [];
    private ProducerPhase _phase;

    /// <summary>Begins to drain, or lets one more know when it is done.</summary>
    public void Begin(IActorRef asker)
    {
        _askers.Add(asker);
        _phase = _phase == ProducerPhase.Running ? ProducerPhase.Flushing : _phase;
    }

    /// <summary>Goes on as far as the books allow: flush, end the subscriptions, hear how far they were handled, answer.</summary>
    public void Advance<TEvent>(ProducerLedger<TEvent> ledger, ConsumerLinks links)
    {
        if (_phase == ProducerPhase.Flushing && ledger.IsFlushed)
        {
            _phase = ProducerPhase.Ending;
            foreach (var link in links.All)
            {
                link.Consumer.Tell(new Cancelled(link.Id, EndReason.Shutdown), self);
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
                asker.Tell(drained, self);
            }

            _askers.Clear();
        }
    }
}
