using Akka.Actor;
using Akka.Event;

namespace Akka.Pattern;

/// <summary>Starts its child again when that has failed; stops with a child that stops by itself.</summary>
internal sealed class BackoffOnRestartSupervisor(ChildBackoff options) : BackoffSupervisorBase(options)
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private bool _hasFailed;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Terminated terminated when terminated.ActorRef.Equals(Child):
                ChildStopped();
                return true;
            case BackoffSupervisor.StartChild when _hasFailed:
                return true;
            default:
                return HandleBackoff(message);
        }
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(
        Options.Strategy.MaxNumberOfRetries,
        Options.Strategy.WithinTimeRangeMilliseconds,
        error => StopInsteadOfRestart(Options.Strategy.Decider.Decide(error)));

    private void ChildStopped()
    {
        if (_hasFailed)
        {
            _hasFailed = false;
            StartChildLater();
        }
        else
        {
            _log.Debug("Terminating, because child {0} terminated itself", Child);
            Context.Stop(Self);
        }
    }

    private Directive StopInsteadOfRestart(Directive directive)
    {
        if (directive != Directive.Restart)
        {
            return directive;
        }

        var (retries, window) = (Options.Strategy.MaxNumberOfRetries, Options.Strategy.WithinTimeRangeMilliseconds);
        if (window > 0 && RestartCountN == 0)
        {
            ResetLater(TimeSpan.FromMilliseconds(window));
        }

        _hasFailed = !IsExhausted;
        if (IsExhausted)
        {
            _log.Debug(
                "Terminating on restart #{0} which exceeds max allowed restarts ({1})", RestartCountN + 1, retries);
            Context.Stop(Self);
        }

        return Directive.Stop;
    }
}
