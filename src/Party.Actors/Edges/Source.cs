using System.Diagnostics.CodeAnalysis;

namespace Party.Actors.Edges;

/// <summary>Where a producer's events come from, if not from actors.</summary>
/// <remarks>It is read by one stage, on that stage's thread, and never further than the demand goes.</remarks>
internal abstract class Source<TEvent> : IAsyncDisposable
{
    /// <summary>Takes the next event, if it is there.</summary>
    public abstract bool TryRead([MaybeNullWhen(false)] out TEvent item);

    /// <summary>Goes for the next event. Not called again before it has completed.</summary>
    /// <returns>True where it is worth reading again; false where the source has ended.</returns>
    public abstract ValueTask<bool> WaitAsync();

    /// <summary>Lets go of the source, and of a wait that is under way.</summary>
    public abstract ValueTask DisposeAsync();
}
