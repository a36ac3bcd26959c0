using Akka.Dispatch;
using Party.Actors.Protocol;

namespace Party.Actors.Consuming;

/// <content>Handlers that wait: the stage handles no other message until they are done.</content>
internal sealed partial class ConsumerSide<TEvent>
{
    private void HandleInTurn(Events<TEvent> events, ProducerLink link, int done)
    {
        _isBusy = true;
        ActorTaskScheduler.RunTask(async () =>
        {
            try
            {
                await HandleAsync(events, link, done);
            }
            catch (Exception error)
            {
                Failure = error;
                throw;
            }
            finally
            {
                _isBusy = false;
            }

            Work();

            // Work comes after the message at hand: what has ended meanwhile is told with one of its own.
            _say.Post();
        });
    }

    private async Task HandleAsync(Events<TEvent> events, ProducerLink link, int done)
    {
        var batch = new ArraySegment<TEvent>([.. events.Batch]);
        var size = 0;
        var isDone = false;
        try
        {
            for (; done < batch.Count && !handler.IsStopping; done += size)
            {
                size = Math.Min(link.BatchSize, batch.Count - done);
                Begin(link, events, size);
                await handler.HandleEventsAsync(batch.Slice(done, size));
                Handled(link, size);
            }

            isDone = true;
        }
        finally
        {
            StopHandling(link, isDone ? null : new(link, events, done, size));
        }
    }
}
