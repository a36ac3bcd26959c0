using Akka.Actor;
using Party.Flows.Windows;

namespace Party.Flows.Tests.Timed;

/// <summary>Joins in windows, in stages that are actors.</summary>
public sealed class JoinFlowTests : TimedFlowTest
{
    private static readonly FlowOptions One = new() { Stages = 1 };

    [Fact]
    public async Task Events_meet_within_a_window_only()
    {
        var lefts = StartSources(1);
        var rights = StartSources(1);
        var run = Start(Joined(lefts, rights), 3);

        lefts[0].Tell(new Note("a1", 1));
        rights[0].Tell(new Note("a2", 2));
        await ExpectFired("a1 a2");
        lefts[0].Tell(new Note("b1", 3));
        lefts[0].Tell(new Note("a3", 11));
        rights[0].Tell(new Note("b2", 12));
        await ExpectFired("b1 -");

        await ExpectEnd(run, [.. lefts, .. rights], "a3 -", "- b2");
    }

    [Fact]
    public async Task What_a_window_kept_is_let_go_of_when_it_is_over()
    {
        var lefts = StartSources(1);
        var rights = StartSources(1);
        var run = Start(Joined(lefts, rights), 3);
        var kept = SendWeakly(lefts[0]);
        rights[0].Tell(new Note("a2", 2));
        await ExpectFired("a1 a2");

        lefts[0].Tell(new Note("x1", 21));
        rights[0].Tell(new Note("x2", 22));
        await ExpectFired("x1 x2");
        lefts[0].Tell(new Note("y1", 31));
        rights[0].Tell(new Note("y2", 32));
        await ExpectFired("y1 y2");
        StagesOf(run, 3);

        for (var round = 0; round < 10 && kept.IsAlive; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(kept.IsAlive);
        await ExpectEnd(run, [.. lefts, .. rights]);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference SendWeakly(IActorRef source)
    {
        var note = new Note("a1", 1);
        source.Tell(note);
        return new(note);
    }

    private static Flow<string> Joined(IActorRef[] lefts, IActorRef[] rights) =>
        Flow.FromProducers<Note>(lefts, One).FullJoin(
            Flow.FromProducers<Note>(rights, One),
            note => note.Key,
            note => note.Key,
            (left, right) => $"{left?.Name ?? "-"} {right?.Name ?? "-"}",
            JoinWindow.Fixed<Note, Note>(Seconds(10), note => note.Time, note => note.Time));
}
