using BenchmarkDotNet.Attributes;
using Party.Benchmarks.ByHand;
using Party.Demand.Buffering;

namespace Party.Benchmarks.Parts;

/// <summary>The stage buffer, over the queue that lanes are made of too: 500 words in, and out again.</summary>
[MemoryDiagnoser]
public class BufferParts
{
    private readonly string[] _words = Desk.Words;
    private readonly EventBuffer<string> _buffer = new(new EventBufferOptions());

    [Benchmark(OperationsPerInvoke = Queues.Batch)]
    public int AddAndRemove()
    {
        _buffer.Add(_words);
        var count = _buffer.Events.Length;
        _buffer.Remove(count);
        return count;
    }
}
