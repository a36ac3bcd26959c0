using Akka.Actor;
using Akka.Event;

namespace Party.Actors.Producing;

/// <summary>A stage's message to itself, to go on after whatever else waits in the mailbox; never there twice.</summary>
internal sealed class Reminder(IActorRef self, string text) : IDeadLetterSuppression
{
    private bool _isPosted;

    /// <summary>Sends it, unless it is on its way.</summary>
    public void Post()
    {
        if (!_isPosted)
        {
            _isPosted = true;
            self.Tell(this, self);
        }
    }

    /// <summary>It came, and may be sent again.</summary>
    public void Arrived() => _isPosted = false;

    /// <summary>What it says.</summary>
    public override string ToString() => text;
}
