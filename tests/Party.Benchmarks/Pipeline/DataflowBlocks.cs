using System.Threading.Tasks.Dataflow;
using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.Pipeline;

/// <summary>TPL Dataflow: a bounded buffer, a block that maps, and one that sums.</summary>
internal sealed class DataflowBlocks : IContender
{
    public string Name => "dataflow";

    public long Run(long count)
    {
        var sum = 0L;
        var buffer = new BufferBlock<long>(Blocks.Bounded);
        var map = new TransformBlock<long, long>(Numbers.MapOne, Blocks.Bounded);
        var last = new ActionBlock<long>(item => { sum += item; }, Blocks.Bounded);
        buffer.LinkTo(map, Blocks.ToTheEnd);
        map.LinkTo(last, Blocks.ToTheEnd);
        Task.Run(() => Blocks.SendAsync(buffer, count, static item => item)).GetAwaiter().GetResult();
        last.Completion.GetAwaiter().GetResult();
        return sum;
    }

    public void Dispose()
    {
    }
}
