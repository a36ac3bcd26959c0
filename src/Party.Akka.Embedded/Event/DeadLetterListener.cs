using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs dead letters, up to a number, and then again after a pause.</summary>
internal sealed class DeadLetterListener : ActorBase
{
    private readonly Settings _settings = Context.System.Settings;
    private int _count;

    // When the pause ends, by the scheduler's clock; null while there is none.
    private TimeSpan? _pauseEnds;

    private bool HasLimit => _settings.LogDeadLetters < int.MaxValue;

    private bool IsPauseFinal => _settings.LogDeadLettersSuspendDuration == Timeout.InfiniteTimeSpan;

    protected override void PreStart()
    {
        foreach (var channel in (Type[])[typeof(DeadLetter), typeof(Dropped), typeof(UnhandledMessage)])
        {
            Context.System.EventStream.Subscribe(Self, channel);
        }
    }

    // It stays subscribed through a restart.
    protected override void PreRestart(Exception reason, object? message)
    {
    }

    protected override void PostRestart(Exception reason)
    {
    }

    protected override void PostStop() => Context.System.EventStream.Unsubscribe(Self);

    protected override bool Receive(object message)
    {
        if (message is not AllDeadLetters letter)
        {
            return false;
        }

        if (letter.Message is not IDeadLetterSuppression)
        {
            Count(letter);
        }

        return true;
    }

    private void Count(AllDeadLetters letter)
    {
        _count = _count == int.MaxValue ? 1 : _count + 1;
        if (_pauseEnds is { } end)
        {
            CountInPause(letter, end);
        }
        else if (!HasLimit || _count != _settings.LogDeadLetters)
        {
            Log(letter, "");
        }
        else if (IsPauseFinal)
        {
            Log(letter, ", no more dead letters will be logged");
            Context.Stop(Self);
        }
        else
        {
            var pause = _settings.LogDeadLettersSuspendDuration;
            Log(letter, $", no more dead letters will be logged in next [{pause}]");
            _pauseEnds = Context.System.Scheduler.MonotonicClock + pause;
        }
    }

    private void CountInPause(AllDeadLetters letter, TimeSpan end)
    {
        if (Context.System.Scheduler.MonotonicClock <= end)
        {
            return;
        }

        var missed = _count - _settings.LogDeadLetters - 1;
        Log(letter, $", of which {missed} were not logged. The counter will be reset now");
        (_count, _pauseEnds) = (0, null);
    }

    private void Log(AllDeadLetters letter, string remark)
    {
        var content = WrappedMessage.Unwrap(letter.Message);
        var type = content?.GetType().Name ?? "null";
        var wrapper = letter.Message is IWrappedMessage ? $" wrapped in [${letter.Message.GetType().Name}]" : "";
        var sender = IsReal(letter.Sender) ? $" from {letter.Sender}" : "";
        var recipient = letter is DeadLetter || IsReal(letter.Recipient) ? $" to {letter.Recipient}" : "";
        var (fate, hint) = letter switch
        {
            Dropped dropped => ($"was dropped. {dropped.Reason}", ""),
            UnhandledMessage => ("was unhandled", ""),
            _ => ("was not delivered", $"{letter.Recipient} has ended or never lived, if this was not expected. "),
        };

        var text = content?.ToString() ?? "null";
        Context.System.EventStream.Publish(new Info(
            letter.Recipient.Path.ToString(),
            letter.Recipient.GetType(),
            $"Message [{type}]{wrapper}{sender}{recipient} {fate}. [{_count}] dead letters encountered{remark}. {hint}"
            + "'akka.log-dead-letters' and 'akka.log-dead-letters-during-shutdown' say which of them are logged."
            + (text == type ? "" : $" Message content: {text}")));
    }

    private static bool IsReal(IActorRef? actor) => actor is not null && !actor.Equals(Context.System.DeadLetters);
}
