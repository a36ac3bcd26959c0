using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs dead letters, up to a number, and then again after a pause.</summary>
internal sealed class DeadLetterListener : ActorBase, IWithTimers
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Settings _settings = Context.System.Settings;
    private int _logged;

    public ITimerScheduler Timers { get; set; } = null!;

    private bool IsPaused => _logged >= _settings.LogDeadLetters && _settings.LogDeadLetters < int.MaxValue;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case DeadLetter letter when !IsPaused:
                Log(letter);
                return true;
            case PauseOver:
                _logged = 0;
                return true;
            default:
                return message is DeadLetter;
        }
    }

    private void Log(DeadLetter letter)
    {
        _logged++;
        _log.Info(
            "Message [{0}] from {1} to {2} was not delivered. [{3}] dead letters encountered{4}. akka.log-dead-letters "
            + "and akka.log-dead-letters-during-shutdown say which of them are logged. Message content: {5}",
            letter.Message.GetType().Name,
            letter.Sender,
            letter.Recipient,
            _logged,
            IsPaused ? ", no more will be logged for now" : "",
            letter.Message);

        if (IsPaused && _settings.LogDeadLettersSuspendDuration > TimeSpan.Zero)
        {
            Timers.StartSingleTimer(nameof(PauseOver), new PauseOver(), _settings.LogDeadLettersSuspendDuration);
        }
    }

    private sealed class PauseOver;
}
