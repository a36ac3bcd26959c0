using Akka.Actor;

namespace Party.Actors.Consuming;

/// <content>How long a handler may take.</content>
internal sealed partial class ConsumerSide<TEvent>
{
    private Cancelable? _overdue;

    // It is reported by the scheduler, since a handler that does not wait keeps the stage from saying anything.
    private void StartBudget(ProducerLink link, long first, int count)
    {
        var overdue = new BatchOverdue(_self, link.Public, first, count, link.Public.Options.BatchBudget);
        var (system, log) = (context.System, _log);
        var timer = new Cancelable(system.Scheduler.Advanced);
        _overdue = timer;
        system.Scheduler.Advanced.ScheduleOnce(
            overdue.Budget,
            () =>
            {
                // Not every scheduler forgets what was cancelled.
                if (!timer.IsCancellationRequested)
                {
                    log.Overdue(overdue);
                    system.EventStream.Publish(overdue);
                }
            },
            timer);
    }

    private void EndBudget()
    {
        _overdue?.Cancel();
        _overdue = null;
    }
}
