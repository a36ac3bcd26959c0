using System.Runtime.CompilerServices;
using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Hosting;

/// <summary>Drains the stages of a host, one after another: what a producer had is with its consumers then.</summary>
internal static class Drainage
{
    /// <summary>Drains stages, and tells of each what came of it, as soon as that is known.</summary>
    /// <param name="stages">Producers before their consumers, which end when they have no producer left.</param>
    /// <param name="deadline">How long all of it may take.</param>
    /// <param name="time">Measures the deadline.</param>
    /// <param name="cancellation">Ends the waiting before.</param>
    public static async IAsyncEnumerable<StageEnd> DrainAsync(
        IReadOnlyList<IActorRef> stages,
        TimeSpan deadline,
        TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        foreach (var stage in stages)
        {
            yield return await DrainAsync(stage, either.Token);
        }
    }

    // A stage that only consumes does not answer; it is waited for.
    private static async Task<StageEnd> DrainAsync(IActorRef stage, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ended = stage.WatchAsync(enough.Token);
        var drained = stage.Ask<Drained>(new Drain(Timeout.InfiniteTimeSpan), enough.Token);
        var first = await Task.WhenAny(ended, drained);
        await enough.CancelAsync();

        var books = first == drained && drained.IsCompletedSuccessfully ? (await drained).Books : null;
        await drained.ContinueWith(static _ => { }, CancellationToken.None, default, TaskScheduler.Default);
        return new(stage, books, HasEnded: books is null && await ended);
    }
}
