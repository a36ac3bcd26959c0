using Akka.Actor;
using Akka.Event;

namespace Party.Hosting;

/// <summary>Writes the failures and the ends of stages on the board.</summary>
/// <remarks>It is there before the stages are, and keeps what it hears until it is told which they are.</remarks>
internal sealed class StageWatch : ReceiveActor, IWithUnboundedStash
{
    private readonly StageBoard _board;

    public StageWatch(StageBoard board)
    {
        _board = board;
        Receive<IReadOnlyList<IActorRef>>(Watch);
        ReceiveAny(_ => Stash.Stash());
    }

    public IStash Stash { get; set; } = null!;

    private void Watch(IReadOnlyList<IActorRef> stages)
    {
        foreach (var stage in stages)
        {
            Context.Watch(stage);
        }

        Become(Write);
        Stash.UnstashAll();
    }

    private void Write()
    {
        Receive<Error>(error => _board.Fail(error.LogSource ?? "", error.Cause?.Message ?? $"{error.Message}"));
        Receive<Terminated>(terminated => _board.End(terminated.ActorRef));
    }
}
