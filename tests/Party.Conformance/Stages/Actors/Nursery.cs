using Akka.Actor;

namespace Party.Conformance.Stages.Actors;

/// <summary>The children of one recorded supervisor: how they are made, and where they are.</summary>
public sealed class Nursery(RecordedStage setup, Diary diary, string dispatcher)
{
    private readonly List<(object Item, IActorRef Child)> _children = [];

    /// <summary>Makes a child of an event, if its program starts one.</summary>
    public Props? Make(object item)
    {
        var isOdd = item is long number && number % 2 != 0;
        switch (setup.Text("child"))
        {
            case "ignore_odd" when isOdd:
                diary.Log(setup.Id, LogEntry.ChildIgnored());
                return null;
            case "fail_odd" when isOdd:
                diary.Log(setup.Id, LogEntry.ChildFailed(item));
                throw new InvalidOperationException($"Expected an even event to start a child for, got {item}.");
            default:
                Started(item);
                return Props.Create(() => new RecordedChild(this, item)).WithDispatcher(dispatcher);
        }
    }

    public void Started(object item) => diary.Log(setup.Id, LogEntry.ChildStarted(item));

    public void Enter(object item, IActorRef child) => _children.Add((item, child));

    public void Leave(object item, IActorRef child) => _children.Remove((item, child));

    /// <summary>The first child of an event; nobody where there is none.</summary>
    public IActorRef Find(object item) =>
        _children.Find(one => Equals(one.Item, item)).Child ?? ActorRefs.Nobody;
}
