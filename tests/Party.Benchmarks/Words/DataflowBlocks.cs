using System.Threading.Tasks.Dataflow;
using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Words;

/// <summary>TPL Dataflow: a bounded buffer, linked to a block for each partition by a predicate.</summary>
internal sealed class DataflowBlocks(WordList list) : IContender
{
    public string Name => "dataflow";

    public long Run(long count)
    {
        var words = list.Words;
        var hash = list.Hash;
        var sums = new long[4];
        var buffer = new BufferBlock<string>(Blocks.Bounded);
        var partitions = sums
            .Select((_, own) => new ActionBlock<string>(word => { sums[own] += word.Length; }, Blocks.Bounded))
            .ToArray();
        foreach (var (own, partition) in partitions.Index())
        {
            buffer.LinkTo(partition, Blocks.ToTheEnd, word => hash(word) == own);
        }

        Task.Run(() => Blocks.SendAsync(buffer, count, index => words[index % words.Length])).GetAwaiter().GetResult();
        Task.WhenAll(partitions.Select(static partition => partition.Completion)).GetAwaiter().GetResult();
        return sums.Sum();
    }

    public void Dispose()
    {
    }
}
