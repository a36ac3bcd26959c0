using System.Diagnostics;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Consuming;

/// <content>Events that have a child each, and are handled when that has ended.</content>
internal sealed partial class ConsumerSide<TEvent>
{
    // Its producer has ended it, and with it the stage; but the stage's own code has still to confirm some events.
    private ProducerLink? _lastAtWork;

    /// <summary>Enters that the events being handled go on in children.</summary>
    /// <returns>The number of the first of them.</returns>
    public long Keep(SubscriptionId id, int count)
    {
        var children = _links.TryGetValue(id, out var link) && link.Children is { } known
            ? known
            : throw new UnreachableException();
        var first = children.Received + 1;
        children.Receive(first, count);
        return first;
    }

    /// <summary>Enters that an event is finished for good.</summary>
    /// <returns>False where it was not being handled.</returns>
    public bool TryFinish(SubscriptionId id, long number) =>
        _links.TryGetValue(id, out var link) && link.TryFinish(number);

    /// <summary>Requests what is due, or says how far the events are handled; or ends what was waited for.</summary>
    public void Ask(SubscriptionId id)
    {
        if (!_links.TryGetValue(id, out var link) || link.Children is not { } children)
        {
            return;
        }

        var goesOn = !link.IsOver && !link.IsLeaving;
        if (goesOn && link.IsAsking && children.Ask() is > 0 and var demand)
        {
            link.Ledger.Request(demand);
            link.Producer.Tell(link.Request(demand), _self);
        }

        // A request can't say what is finished ahead of older events; untold, it would keep demand waiting.
        if (link.HasNews && (goesOn || link.IsRetained))
        {
            link.Producer.Tell(link.Confirm(), _self);
        }

        if (link.IsConcluded)
        {
            EndIfFinished(link);
        }
    }

    // A producer that drains hears how far its events were handled when they have been.
    private void EndIfFinished(ProducerLink link)
    {
        if (!link.IsUnfinished)
        {
            End(link, EndReason.Normal);
            if (_lastAtWork == link)
            {
                StopInOrder();
            }
        }
    }

    private void StopInOrder()
    {
        if (!handler.TryStopInOrder())
        {
            context.Stop(_self);
        }
    }
}
