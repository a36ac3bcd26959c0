using Party.Actors;

namespace Party.Demo.Scenarios;

/// <summary>Takes its time for every number, without holding a thread.</summary>
internal sealed class SlowConsumer(TimeSpan each, SubscribeTo to) : AsyncConsumer<long>(to)
{
    protected override async ValueTask HandleEventsAsync(
        IReadOnlyList<long> events, CancellationToken cancellationToken) =>
        await Task.Delay(each * events.Count, TimeProvider.System, CancellationToken.None);
}
