using Akka.Event;

namespace Akka.Actor.Inboxes;

/// <summary>Keeps messages for those who ask, and those who ask for messages.</summary>
internal sealed class InboxActor(int size) : UntypedActor
{
    private readonly LinkedList<object> _messages = [];
    private readonly LinkedList<(Query Query, IActorRef Asker)> _waiting = [];
    private bool _hasLost;
    private ICancelable? _alarm;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Query query:
                Serve(query);
                break;
            case StartWatch { Message: null } watch:
                Context.Watch(watch.Target);
                break;
            case StartWatch watch:
                Context.WatchWith(watch.Target, watch.Message);
                break;
            case StopWatch watch:
                Context.Unwatch(watch.Target);
                break;
            case Overdue:
                GiveUpWaiting();
                break;
            default:
                HandOut(message);
                break;
        }

        SetAlarm();
    }

    protected override void PostStop() => _alarm?.Cancel();

    private void Serve(Query query)
    {
        for (var node = _messages.First; node is not null; node = node.Next)
        {
            if (query.Fits(node.Value))
            {
                _messages.Remove(node);
                Sender.Tell(node.Value);
                return;
            }
        }

        _waiting.AddLast((query, Sender));
    }

    private void HandOut(object message)
    {
        for (var node = _waiting.First; node is not null; node = node.Next)
        {
            if (node.Value.Query.Fits(message))
            {
                _waiting.Remove(node);
                node.Value.Asker.Tell(message);
                return;
            }
        }

        if (_messages.Count < size)
        {
            _messages.AddLast(message);
        }
        else if (!_hasLost)
        {
            _hasLost = true;
            Context.GetLogger().Warning(
                "Dropping message: Inbox size has been exceeded. It holds {0}, as akka.actor.inbox.inbox-size says; "
                + "this and what follows is lost until somebody receives.",
                size);
        }
    }

    private void GiveUpWaiting()
    {
        var now = Context.System.Scheduler.MonotonicClock;
        var next = _waiting.First;
        while (next is { } node)
        {
            next = node.Next;
            if (node.Value.Query.Deadline <= now)
            {
                _waiting.Remove(node);
                node.Value.Asker.Tell(new Status.Failure(new TimeoutException("Deadline passed")));
            }
        }
    }

    private void SetAlarm()
    {
        _alarm?.Cancel();
        _alarm = null;
        if (_waiting.Count == 0)
        {
            return;
        }

        var delay = _waiting.Min(waiting => waiting.Query.Deadline) - Context.System.Scheduler.MonotonicClock;
        if (delay <= TimeSpan.Zero)
        {
            GiveUpWaiting();
            SetAlarm();
        }
        else
        {
            _alarm = Context.System.Scheduler.ScheduleTellOnceCancelable(delay, Self, new Overdue(), Self);
        }
    }
}
