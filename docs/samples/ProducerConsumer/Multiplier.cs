using Party.Actors;

namespace Party.Samples.ProducerConsumer;

/// <summary>Multiplies what comes in.</summary>
public sealed class Multiplier(int factor, params SubscribeTo[] subscriptions)
    : ProducerConsumer<int, int>(subscriptions)
{
    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        foreach (var number in events)
        {
            Emit(number * factor);
        }
    }
}
