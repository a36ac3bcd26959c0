using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>One stage of a layer.</summary>
public sealed class StageModel(IEnumerable<RecordedOperation> batchers, WindowModel windows, int upstreams)
{
    private int _left = upstreams;

    /// <summary>Whether all that it hears of has ended.</summary>
    public bool HasEnded => _left == 0;

    /// <summary>What it emits when it hears this.</summary>
    public List<Term> Hear(Signal signal)
    {
        if (signal.Events is not { } events)
        {
            _left--;
            return [.. _left == 0 ? windows.Finish() : windows.EndOf(signal.Upstream)];
        }

        foreach (var batcher in batchers)
        {
            events = [.. Mappers.OfBatch(batcher.Function)(events)];
        }

        return [.. windows.Take(signal.Upstream, events)];
    }
}
