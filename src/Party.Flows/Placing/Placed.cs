namespace Party.Flows.Placing;

/// <summary>An event, and which stage it goes to.</summary>
internal readonly struct Placed<TEvent>(int stage, TEvent item)
{
    /// <summary>The index of the stage.</summary>
    public readonly int Stage = stage;

    /// <summary>The event.</summary>
    public readonly TEvent Item = item;

    /// <summary>Names the event where it fails.</summary>
    public override string ToString() => FlowException.Show(Item);
}
