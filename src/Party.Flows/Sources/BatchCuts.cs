namespace Party.Flows.Sources;

/// <summary>How many events each batch has of a stage that is never short of them.</summary>
/// <remarks>
/// It is what GenStage's consumers get from a producer that answers every request at once: max-demand events in batches
/// of max-demand − min-demand, of which the last may be smaller, then as many as each of them has asked for.
/// </remarks>
internal sealed class BatchCuts
{
    private readonly Queue<int> _answers = new();
    private readonly int _maxDemand;
    private readonly int _minDemand;
    private int _demand;
    private int _rest;

    public BatchCuts(int maxDemand, int minDemand)
    {
        (_maxDemand, _minDemand) = (maxDemand, minDemand);
        _demand = _rest = maxDemand;
    }

    /// <summary>The size of the next batch.</summary>
    public int Next()
    {
        if (_rest == 0)
        {
            _rest = _answers.Dequeue();
        }

        var size = Math.Min(_maxDemand - _minDemand, _rest);
        _rest -= size;
        _demand -= size;
        if (_demand <= _minDemand)
        {
            _answers.Enqueue(_maxDemand - _demand);
            _demand = _maxDemand;
        }

        return size;
    }
}
