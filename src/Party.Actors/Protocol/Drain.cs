namespace Party.Actors.Protocol;

/// <summary>Anyone → producer: ask for no more events, hand on those there are, end every subscription.</summary>
/// <remarks>
/// The producer answers with <see cref="Drained"/> when all of it is done. It does not stop; events that wait for a
/// partition without a consumer stay where they are, and stand in the books.
/// </remarks>
public sealed record Drain
{
    /// <summary>The message.</summary>
    public static Drain Instance { get; } = new();
}
