using Akka.Actor;

namespace Akka.Pattern;

/// <summary>Starts its child again when that has failed; stops with a child that stops by itself.</summary>
internal sealed class BackoffOnFailure(ChildBackoff options) : BackoffSupervisorBase(options)
{
    private bool _hasFailed;

    protected override bool Receive(object message) => HandleBackoff(message);

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(
        Options.Strategy.MaxNumberOfRetries,
        Options.Strategy.WithinTimeRangeMilliseconds,
        error => StopInsteadOfRestart(Options.Strategy.Decider.Decide(error)));

    private protected override void ChildStopped(bool isFinal)
    {
        if (_hasFailed && !isFinal)
        {
            _hasFailed = false;
            StartChildLater();
        }
        else
        {
            Context.Stop(Self);
        }
    }

    private Directive StopInsteadOfRestart(Directive directive)
    {
        _hasFailed = directive == Directive.Restart;
        return _hasFailed ? Directive.Stop : directive;
    }
}
