using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Fanin;

/// <summary>A bounded channel, into which four tasks write number by number.</summary>
internal sealed class ChannelPerEvent : IContender
{
    public string Name => "channelsPerEvent";

    public long Run(long count)
    {
        var channel = Queues.OfEvents<long>(writers: FaninCase.Producers);
        var sum = Task.Run(() => Queues.SumEachAsync(channel.Reader, static item => item));
        var written = Enumerable.Range(0, FaninCase.Producers)
            .Select(_ => Task.Run(() => NumberQueues.WriteEachAsync(channel.Writer, count / FaninCase.Producers)))
            .ToArray();
        Task.WhenAll(written).GetAwaiter().GetResult();
        channel.Writer.Complete();
        return sum.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
    }
}
