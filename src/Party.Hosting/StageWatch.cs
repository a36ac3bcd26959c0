using Akka.Actor;
using Akka.Event;
using Party.Actors;

namespace Party.Hosting;

/// <summary>Writes the troubles and the ends of stages on the board.</summary>
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

    /// <summary>What it wants to hear of from the event stream.</summary>
    public static IReadOnlyList<Type> Kinds { get; } = [typeof(Error), typeof(BatchOverdue), typeof(LedgerBroken)];

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
        Receive<Error>(error => _board.Report(error.LogSource ?? "", TroubleKind.Failed, Text(error)));
        Receive<BatchOverdue>(overdue => Report(overdue.Stage, TroubleKind.Overdue, Text(overdue)));
        Receive<LedgerBroken>(broken => Report(broken.Stage, TroubleKind.Broken, $"{broken.Law}"));
        Receive<Terminated>(terminated => _board.End(terminated.ActorRef));
    }

    private void Report(IActorRef stage, TroubleKind kind, string message) =>
        _board.Report(stage.Path.ToString(), kind, message);

    private static string Text(Error error) => error.Cause?.Message ?? $"{error.Message}";

    private static string Text(BatchOverdue overdue) =>
        $"{overdue.Count} events from number {overdue.First} took longer than {overdue.Budget} to handle.";
}
