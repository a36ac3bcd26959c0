using System.Runtime.CompilerServices;

namespace Party.Flows.Sources;

/// <summary>Makes a source say where it was when it failed.</summary>
internal static class Named
{
    /// <summary>The same sequence.</summary>
    public static async IAsyncEnumerable<TEvent> From<TEvent>(
        IAsyncEnumerable<TEvent> events, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var read = 0L;
        var enumerator = Begin(events, cancellation);
        await using (enumerator.ConfigureAwait(false))
        {
            while (await MoveAsync(enumerator, read).ConfigureAwait(false))
            {
                read++;
                yield return enumerator.Current;
            }
        }
    }

    private static IAsyncEnumerator<TEvent> Begin<TEvent>(
        IAsyncEnumerable<TEvent> events, CancellationToken cancellation)
    {
        try
        {
            return events.GetAsyncEnumerator(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw FlowException.OfSource("0 events", error);
        }
    }

    private static async ValueTask<bool> MoveAsync<TEvent>(IAsyncEnumerator<TEvent> enumerator, long read)
    {
        try
        {
            return await enumerator.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw FlowException.OfSource($"{read} events", error);
        }
    }
}
