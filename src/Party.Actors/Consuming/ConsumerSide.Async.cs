using Akka.Actor;
using Party.Actors.Awaiting;
using Party.Actors.Protocol;

namespace Party.Actors.Consuming;

/// <content>Handlers that wait: the stage takes the protocol's messages meanwhile.</content>
internal sealed partial class ConsumerSide<TEvent>
{
    private Unfinished<TEvent>? _awaited;
    private bool _isLeaving;

    /// <summary>Takes a message for the stage's own behaviour; while a handler waits, it is held.</summary>
    /// <param name="message">The message; afterwards the one that the behaviour knows.</param>
    /// <param name="sender">Its sender.</param>
    /// <returns>Whether its turn has come.</returns>
    public bool TryTake(ref object message, IActorRef sender)
    {
        // One that was held by the actor before a restart.
        if (message is OwnMessage)
        {
            Handling ??= NewHandling();
        }

        return Handling?.TryTake(ref message, sender) ?? true;
    }

    private Handling NewHandling() => new(context, End, Work);

    // One batch. The rest of the events has its turn after messages that were held meanwhile.
    private void HandleInTurn(Unfinished<TEvent> rest)
    {
        Handling ??= NewHandling();
        var (link, events, done, _) = rest;
        var size = Math.Min(link.BatchSize, events.Count - done);
        var batch = events.Span.Slice(done, size).ToArray();
        _awaited = rest with { Failed = size };
        Begin(link, events, size);
        Handling.Run(() => handler.HandleEventsAsync(batch, Handling.Token));
    }

    private void End(Exception? error)
    {
        var (link, events, done, size) = _awaited!;
        var isDone = false;
        try
        {
            handler.OnHandled();
            if (error is null)
            {
                Handled(link, size);
                KeepRest(link, events, done + size);
                isDone = true;
            }
        }
        finally
        {
            StopHandling(link, isDone ? null : _awaited);
        }

        handler.OnFree();
    }

    private void KeepRest(ProducerLink link, Events<TEvent> events, int done)
    {
        if (done == events.Count)
        {
            events.GiveBack();
        }
        else if (!handler.IsStopping && !_isLeaving)
        {
            _rest = new(link, events, done, Failed: 0);
        }
    }
}
