using System.Diagnostics;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Consuming;

/// <content>Events that have a child each, and are handled when that has ended.</content>
internal sealed partial class ConsumerSide<TEvent>
{
    /// <summary>Enters that the events being handled go on in children.</summary>
    /// <returns>The number of the first of them.</returns>
    public long Keep(SubscriptionId id, int count)
    {
        var children = _links[id].Children ?? throw new UnreachableException();
        var first = children.Received + 1;
        children.Receive(first, count);
        return first;
    }

    /// <summary>Enters that the child of an event has ended for good.</summary>
    public void Finish(SubscriptionId id, long number)
    {
        if (_links.TryGetValue(id, out var link))
        {
            link.Children?.Finish(number);
        }
    }

    /// <summary>Requests what is due, or says how far the events are handled; or ends what was waited for.</summary>
    public void Ask(SubscriptionId id)
    {
        if (!_links.TryGetValue(id, out var link) || link.Children is not { } children)
        {
            return;
        }

        if (link.IsConcluded)
        {
            EndIfFinished(link);
        }
        else if (!link.IsOver && !link.IsLeaving)
        {
            if (children.Ask() is > 0 and var demand)
            {
                link.Ledger.Request(demand);
                link.Producer.Tell(link.Request(demand), _self);
            }
            else if (link.HasNews)
            {
                link.Producer.Tell(link.Confirm(), _self);
            }
        }
    }

    private void BeginWithChildren(ProducerLink link)
    {
        if (handler.IsSupervisor)
        {
            link.BeginWithChildren();
            Ask(link.Id);
        }
    }

    // A producer that drains hears how far its events were handled when they have been.
    private void EndIfFinished(ProducerLink link)
    {
        if (link.Children is not { Running: > 0 })
        {
            End(link, EndReason.Normal);
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
