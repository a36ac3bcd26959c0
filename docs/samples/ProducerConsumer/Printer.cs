using Party.Actors;

namespace Party.Samples.ProducerConsumer;

/// <summary>Prints what comes in, a batch to a line.</summary>
public sealed class Printer(TextWriter output, params SubscribeTo[] subscriptions) : Consumer<int>(subscriptions)
{
    protected override void HandleEvents(ReadOnlySpan<int> events) =>
        output.WriteLine(string.Join(' ', events.ToArray()));
}
