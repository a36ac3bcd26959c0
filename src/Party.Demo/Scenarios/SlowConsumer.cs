using Party.Actors;

namespace Party.Demo.Scenarios;

/// <summary>Takes its time for every number, without holding a thread.</summary>
/// <param name="each">How long.</param>
/// <param name="keys">Hears of what was handled; null where nobody wants to know.</param>
/// <param name="to">The subscription.</param>
internal sealed class SlowConsumer(TimeSpan each, KeyTally? keys, SubscribeTo to) : AsyncConsumer<long>(to)
{
    protected override async ValueTask HandleEventsAsync(
        IReadOnlyList<long> events, CancellationToken cancellationToken)
    {
        await Task.Delay(each * events.Count, TimeProvider.System, CancellationToken.None);
        keys?.Add(events);
    }
}
