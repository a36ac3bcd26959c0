using Akka.Actor;
using Akka.TestKit.Receiving;
using Control = Akka.TestKit.TestActor;

namespace Akka.TestKit.TestActors;

/// <summary>The actor behind a kit: shows every message to the auto-pilot and puts it into the kit's mailbox.</summary>
internal sealed class RecordingActor(Intake inbox) : ActorBase
{
    private Control.Ignore? _ignore;
    private AutoPilot _autoPilot = AutoPilot.NoAutoPilot;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case IErrand errand:
                errand.Run(Context);
                break;
            case Control.SetIgnore set:
                _ignore = set.Ignore;
                break;
            case Control.SetAutoPilot set:
                _autoPilot = set.AutoPilot;
                break;
            case Control.Watch watch:
                Context.Watch(watch.Actor);
                break;
            case Control.Unwatch unwatch:
                Context.Unwatch(unwatch.Actor);
                break;
            default:
                Record(message);
                break;
        }

        return true;
    }

    private void Record(object message)
    {
        var next = _autoPilot.Run(Sender, message);
        if (next is not KeepRunning)
        {
            _autoPilot = next;
        }

        if (_ignore?.Invoke(message) is not true)
        {
            inbox.Add(new RealMessageEnvelope(message, Sender));
        }
    }
}
