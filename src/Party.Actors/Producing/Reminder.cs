using Akka.Actor;
using Akka.Event;

namespace Party.Actors.Producing;

/// <summary>
/// A stage's message to itself, to go on after whatever else waits in the mailbox; never there twice unless it was
/// timed.
/// </summary>
internal sealed class Reminder(IActorContext context, string text)
    : IDeadLetterSuppression, INoSerializationVerificationNeeded
{
    private readonly IActorRef _self = context.Self;
    private bool _isPosted;

    /// <summary>Whether it is on its way.</summary>
    public bool IsPosted => _isPosted;

    /// <summary>Sends it, unless it is on its way.</summary>
    public void Post()
    {
        if (!_isPosted)
        {
            _isPosted = true;
            _self.Tell(this, _self);
        }
    }

    /// <summary>Sends it after some time.</summary>
    public void PostIn(TimeSpan delay) => context.System.Scheduler.ScheduleTellOnce(delay, _self, this, _self);

    /// <summary>It came, and may be sent again.</summary>
    public void Arrived() => _isPosted = false;

    /// <summary>What it says.</summary>
    public override string ToString() => text;
}
