namespace Party.Flows.Running;

/// <summary>How far a flow has come.</summary>
/// <param name="Elapsed">For how long it has run.</param>
/// <param name="Layers">What its layers have done, those before first.</param>
public sealed record FlowProgress(TimeSpan Elapsed, IReadOnlyList<LayerProgress> Layers)
{
    /// <summary>Events that came when their window was over, in all layers.</summary>
    public long Late => Layers.Sum(static layer => layer.Late);
}
