using Akka.Actor;

namespace Akka.TestKit.Tests;

/// <summary>Keeps what it is told; throws what it is told to throw; "answer" makes it answer.</summary>
public sealed class Pupil : UntypedActor
{
    public List<object> Notes { get; } = [];

    public int Incarnation { get; private set; }

    public int HandledBy { get; private set; }

    protected override void PostRestart(Exception reason)
    {
        Incarnation++;
        base.PostRestart(reason);
    }

    protected override void OnReceive(object message)
    {
        HandledBy = Environment.CurrentManagedThreadId;
        switch (message)
        {
            case Exception exception:
                throw exception;
            case "answer":
                Sender.Tell("here");
                break;
            case "refuse":
                Unhandled(message);
                break;
            default:
                Notes.Add(message);
                break;
        }
    }
}
