namespace Party.Flows.Operators;

/// <summary>A step that another one follows.</summary>
internal abstract class Operator<TIn, TOut>(Operator<TOut> following) : Operator<TIn>
{
    /// <summary>The step that gets what this one makes.</summary>
    protected Operator<TOut> Following { get; } = following;

    /// <inheritdoc/>
    public override void End() => Following.End();

    /// <summary>Room for so many events, kept from one batch to the next.</summary>
    protected static Span<TItem> Room<TItem>(ref TItem[] kept, int count)
    {
        if (kept.Length < count)
        {
            kept = new TItem[count];
        }

        return kept.AsSpan(0, count);
    }
}
