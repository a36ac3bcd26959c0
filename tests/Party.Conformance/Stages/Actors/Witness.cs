using Akka.Actor;

namespace Party.Conformance.Stages.Actors;

/// <summary>Supervises the stages under test: one that fails is stopped, and why is written down.</summary>
public sealed class Witness : UntypedActor
{
    private readonly Diary _diary;

    public Witness(Diary diary) => _diary = diary;

    /// <summary>Starts a stage.</summary>
    public sealed record Start(Props Props, string Name);

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(null, null, error =>
    {
        _diary.End(Sender.Path.Name, Reasons.KindOf(error));
        return Directive.Stop;
    });

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Start start:
                var stage = Context.ActorOf(start.Props, start.Name);
                Context.Watch(stage);
                Sender.Tell(stage);
                break;
            case Terminated gone:
                _diary.End(gone.ActorRef.Path.Name, "shutdown");
                break;
        }
    }
}
