using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Demand.Sharing;

/// <summary>Hands every event to all consumers, as many as all of them have asked for.</summary>
/// <remarks>
/// <para>
/// The slowest consumer sets the pace; one that has just come stops the others until it requests, and gets nothing of
/// what was handed on before. A consumer may choose among the events by a selector that the producer knows by name;
/// what it does not want takes none of its demand.
/// </para>
/// <para>Law: available = the least outstanding demand. Source: GenStage.BroadcastDispatcher 1.3.2.</para>
/// </remarks>
public sealed class BroadcastDispatcher<TEvent>(BroadcastDispatcherOptions<TEvent> options) : SharingDispatcher<TEvent>
{
    // What those want of the batch at hand that choose, in their order; found before anything moves.
    private readonly List<ArraySegment<TEvent>> _chosen = [];
    private readonly Dictionary<object, Subscription> _byHolder = [];

    // By the number of the last event that each may get, of all that were ever handed on here: so that what all get
    // changes nobody's.
    private readonly Ranking _ranking = new();
    private long _handedOn;
    private int _choosing;

    /// <inheritdoc/>
    public override Seating Seating => Seating.Copied;

    /// <inheritdoc/>
    protected override long Available => _ranking.Count == 0 ? 0 : _ranking.Lowest - _handedOn;

    /// <inheritdoc/>
    protected override Admission Admit(Subscription subscription)
    {
        if (_byHolder.TryGetValue(subscription.Holder, out var held))
        {
            return new(
                Refusal.AlreadySubscribed,
                $"Expected a consumer that is not subscribed yet, got one that holds {held.Id}. A broadcast reaches "
                + "every consumer once.");
        }

        return subscription.Options.Selector is not { } name || options.Selectors.ContainsKey(name)
            ? Admission.Granted
            : new(
                Refusal.SelectorUnknown,
                $"Expected a selector of [{string.Join(", ", options.Selectors.Keys.Order(StringComparer.Ordinal))}], "
                + $"got \"{name}\". Name one of them, or add it to the selectors of the dispatcher.");
    }

    /// <inheritdoc/>
    protected override void Entered(Subscription subscription)
    {
        _byHolder.Add(subscription.Holder, subscription);
        _ranking.Add(subscription, _handedOn + subscription.Outstanding);
        _choosing += Chooses(subscription) ? 1 : 0;
    }

    /// <inheritdoc/>
    protected override void Granted(Subscription subscription, long demand, DispatchBuilder<TEvent> dispatch) =>
        _ranking.Change(subscription, demand);

    /// <inheritdoc/>
    protected override void Left(Subscription subscription)
    {
        _byHolder.Remove(subscription.Holder);
        _ranking.Remove(subscription);
        _choosing -= Chooses(subscription) ? 1 : 0;
    }

    /// <inheritdoc/>
    protected override void Share(ReadOnlySpan<TEvent> events, DispatchBuilder<TEvent> dispatch)
    {
        if (_choosing > 0)
        {
            Choose(events, dispatch);
        }

        var all = All;
        var everything = all.Length > _choosing
            ? new SharedEvents<TEvent>(events, dispatch.Arrays, all.Length - _choosing)
            : null;
        var next = 0;
        _handedOn += events.Length;
        foreach (var to in all)
        {
            if (_choosing > 0 && Chooses(to))
            {
                DeliverChosen(to, _chosen[next++], events.Length, dispatch);
            }
            else
            {
                dispatch.DeliverShared(to, everything!);
            }
        }

        dispatch.Copy((all.Length - 1) * events.Length);
        _chosen.Clear();
    }

    private static bool Chooses(Subscription subscription) => subscription.Options.Selector is not null;

    private void DeliverChosen(
        Subscription to, ArraySegment<TEvent> chosen, int outOf, DispatchBuilder<TEvent> dispatch)
    {
        if (chosen.Count > 0)
        {
            dispatch.DeliverRented(to, chosen);
        }
        else
        {
            dispatch.Arrays.GiveBack(chosen);
        }

        if (chosen.Count < outOf)
        {
            // What it did not want took none of its demand: it may get as many later ones.
            _ranking.Change(to, outOf - chosen.Count);
        }
    }

    private void Choose(ReadOnlySpan<TEvent> events, DispatchBuilder<TEvent> dispatch)
    {
        _chosen.Clear();
        foreach (var to in All)
        {
            if (to.Options.Selector is { } name)
            {
                _chosen.Add(Choose(events, options.Selectors[name], to, dispatch));
            }
        }
    }

    private ArraySegment<TEvent> Choose(
        ReadOnlySpan<TEvent> events, Func<TEvent, bool> selector, Subscription to, DispatchBuilder<TEvent> dispatch)
    {
        var chosen = dispatch.Arrays.Rent(events.Length);
        var count = 0;
        var failed = 0;
        foreach (var item in events)
        {
            try
            {
                if (selector(item))
                {
                    chosen[count++] = item;
                }
            }
            catch (Exception error)
            {
                failed++;
                dispatch.Name(new(item, DiscardCause.SelectorFailed, Explain(item, to, error), error));
            }
        }

        Discarded.Add(DiscardCause.SelectorFailed, failed);
        dispatch.Discard(failed);
        dispatch.Filter(events.Length - count - failed);
        return new(chosen, 0, count);
    }

    private static string Explain(TEvent item, Subscription to, Exception error) =>
        $"Expected the selector \"{to.Options.Selector}\" of {to.Id} to say whether it wants event "
        + $"\"{EventText.Of(item)}\", got "
        + $"{error.GetType().Name}: {error.Message} The consumer did not get the event.";
}
