using Party.Demo.Output;
using Party.Demo.Settings;
using Party.Demo.Words;

namespace Party.Demo.Stages;

/// <summary>One run of the Party: what its actors share, and outlives them.</summary>
internal sealed class PartyRun(PartySettings settings, IPartyOutput output, TimeProvider time)
{
    private readonly TaskCompletionSource<PartyReport> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _start = time.GetTimestamp();
    private int _restarts;
    private long _again;

    public PartySettings Settings { get; } = settings;

    public IPartyOutput Output { get; } = output;

    /// <summary>The words, in an order of their own; null where the producer addresses the partitions.</summary>
    public WordFeed? Feed { get; init; }

    /// <summary>The words of each partition, where the producer addresses them.</summary>
    public AddressedWords? Addressed { get; init; }

    public Pace Pace { get; init; } = new(perSecond: null);

    public Faults Faults { get; init; } = new(every: null);

    public int Restarts => _restarts;

    /// <summary>Words that had to be handed on twice or more before they were handled.</summary>
    public long Again => Interlocked.Read(ref _again);

    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>How it ended.</summary>
    public Task<PartyReport> Ended => _ended.Task;

    public void CountRestart() => Interlocked.Increment(ref _restarts);

    public void CountAgain(int words) => Interlocked.Add(ref _again, words);

    public void End(PartyReport report) => _ended.TrySetResult(report);
}
