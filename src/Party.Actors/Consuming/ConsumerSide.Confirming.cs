using Party.Actors.Producing;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Consuming;

/// <content>What is handled, told to the producers that keep it until it is.</content>
internal sealed partial class ConsumerSide<TEvent>
{
    private Reminder? _say;
    private List<ProducerLink>? _ended;

    private Reminder Say => _say ??= new(context, "say what is confirmed");

    /// <summary>Confirms an event by hand; several make one message.</summary>
    /// <returns>False where it is not being handled; that is said, and changes nothing.</returns>
    public bool Confirm(SubscriptionId id, long number)
    {
        if (!TryFinish(id, number))
        {
            _log.NotBeingHandled(id, number, _links.Keys);
            return false;
        }

        Say.Post();
        return true;
    }

    /// <summary>Gives an event back, to be handed on again.</summary>
    /// <returns>False where it is not being handled; that is said, and changes nothing.</returns>
    public bool Reject(SubscriptionId id, long number)
    {
        if (!_links.TryGetValue(id, out var link) || link.Children?.TryReject(number) != true)
        {
            _log.NotBeingHandled(id, number, _links.Keys);
            return false;
        }

        link.Ledger.Request(1);
        link.Producer.Tell(new Reject(id, number), _self);
        Say.Post();
        return true;
    }

    /// <summary>Tells the producers of batches all of which has been confirmed now.</summary>
    public void SayWhatEnded()
    {
        foreach (var link in _links.Values)
        {
            if (link.Batches is { HasNews: true })
            {
                (_ended ??= []).Add(link);
            }
        }

        if (_ended is not { Count: > 0 } ended)
        {
            return;
        }

        foreach (var link in ended)
        {
            SayNews(link);
            if (link.IsConcluded)
            {
                EndIfFinished(link);
            }
        }

        ended.Clear();
    }

    private void SayAll()
    {
        Say.Arrived();
        foreach (var id in _links.Values.Where(static link => link.IsByHand).Select(static link => link.Id).ToList())
        {
            Ask(id);
        }
    }

    private void On(SayWhenHandled message)
    {
        if (_links.TryGetValue(message.Id, out var link))
        {
            link.Await(message.UpTo);
            SayNews(link);
        }
    }

    // What is handled anyhow is told with the next request, or with the last word; unless somebody waits for it.
    private void SayNews(ProducerLink link)
    {
        link.Collect();
        if ((link.IsRetained || link.IsAwaited) && link.IsAdmitted && link.HasNews)
        {
            link.Producer.Tell(link.Confirm(), _self);
        }
    }

    // The batch that failed counts as handled, whatever was confirmed of it.
    private void FinishAll(Unfinished<TEvent> unfinished)
    {
        if (unfinished.Link.IsByHand)
        {
            for (var number = Number; number < Number + unfinished.Failed; number++)
            {
                unfinished.Link.TryFinish(number);
            }

            Say.Post();
        }
    }
}
