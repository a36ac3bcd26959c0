using Akka.Event;

namespace Party.Actors.Edges;

/// <summary>How far one stage has come with its source. It outlives a restart of the stage.</summary>
internal sealed class Reading<TEvent>(Source<TEvent> source)
{
    private bool _isClosed;

    /// <summary>The source.</summary>
    public Source<TEvent> Source => source;

    /// <summary>Whether the source has been asked for an event, and has not answered.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>Whether the source has ended or failed.</summary>
    public bool IsOver { get; set; }

    /// <summary>Lets go of the source, once. What goes wrong with that is said, and stops nobody.</summary>
    public void Close(ILoggingAdapter log)
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _ = CloseAsync(log);
        }
    }

    private async Task CloseAsync(ILoggingAdapter log)
    {
        try
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            log.Warning("Did not close the source: {0}", error);
        }
    }
}
