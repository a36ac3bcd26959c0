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
    // What each consumer wants of the batch at hand; found before anything moves.
    private readonly List<(Subscription To, TEvent[] Wanted)> _choices = [];
    private long _floor;

    /// <inheritdoc/>
    public override Seating Seating => Seating.Copied;

    /// <inheritdoc/>
    protected override long Available => _floor;

    /// <inheritdoc/>
    protected override Admission Admit(Subscription subscription)
    {
        if (Subscriptions.FirstOrDefault(other => other.Holder.Equals(subscription.Holder)) is { } held)
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
    protected override void Entered(Subscription subscription) => _floor = 0;

    /// <inheritdoc/>
    protected override void Granted(Subscription subscription, long demand, DispatchBuilder<TEvent> dispatch) =>
        FindFloor();

    /// <inheritdoc/>
    protected override void Left(Subscription subscription) => FindFloor();

    /// <inheritdoc/>
    protected override void Share(ReadOnlySpan<TEvent> events, DispatchBuilder<TEvent> dispatch)
    {
        TEvent[]? all = null;
        foreach (var to in Subscriptions)
        {
            _choices.Add((to, to.Options.Selector is { } name
                ? Choose(events, options.Selectors[name], to, dispatch)
                : all ??= events.ToArray()));
        }

        foreach (var (to, wanted) in _choices)
        {
            if (wanted.Length > 0)
            {
                dispatch.DeliverShared(to, wanted);
            }
        }

        dispatch.Copy((Subscriptions.Count - 1) * events.Length);
        _choices.Clear();
        FindFloor();
    }

    private TEvent[] Choose(
        ReadOnlySpan<TEvent> events, Func<TEvent, bool> selector, Subscription to, DispatchBuilder<TEvent> dispatch)
    {
        var chosen = EventArrays.Rent<TEvent>(events.Length);
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
        var wanted = chosen.AsSpan(0, count).ToArray();
        EventArrays.Return<TEvent>(new(chosen, 0, count));
        return wanted;
    }

    private static string Explain(TEvent item, Subscription to, Exception error) =>
        $"Expected the selector \"{to.Options.Selector}\" of {to.Id} to say whether it wants event "
        + $"\"{EventText.Of(item)}\", got "
        + $"{error.GetType().Name}: {error.Message} The consumer did not get the event.";

    private void FindFloor() =>
        _floor = Subscriptions.Count == 0 ? 0 : Subscriptions.Min(static one => one.Outstanding);
}
