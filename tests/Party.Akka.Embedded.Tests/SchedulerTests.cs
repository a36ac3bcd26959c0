using System.Diagnostics;
using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class SchedulerTests : QuietKit
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Later = TimeSpan.FromMilliseconds(60);

    [Fact]
    public void A_message_comes_after_its_delay_with_its_sender()
    {
        var probe = CreateTestProbe();
        var watch = Stopwatch.StartNew();

        Sys.Scheduler.ScheduleTellOnce(Soon, TestActor, "x", probe);

        ExpectMsg("x");
        Assert.True(watch.Elapsed >= Soon - TimeSpan.FromMilliseconds(1), watch.Elapsed.ToString());
        Assert.Equal(probe.Ref, LastSender);
    }

    [Fact]
    public void What_is_due_first_comes_first()
    {
        Sys.Scheduler.ScheduleTellOnce(Later, TestActor, "later", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(Soon, TestActor, "soon", ActorRefs.NoSender);

        Assert.Equal(["soon", "later"], ReceiveN(2));
    }

    [Fact]
    public void Of_many_delays_none_is_lost()
    {
        var random = new Random(7);
        foreach (var number in Enumerable.Range(0, 200).OrderBy(_ => random.Next()))
        {
            Sys.Scheduler.ScheduleTellOnce(
                TimeSpan.FromMilliseconds(number / 4 * 4), TestActor, number / 4, ActorRefs.NoSender);
        }

        var received = ReceiveN(200).Cast<int>().ToList();

        Assert.Equal(Enumerable.Range(0, 200).Select(number => number / 4), received.Order());
    }

    [Fact]
    public void A_repeated_message_comes_until_it_is_cancelled()
    {
        var cancelable = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(
            TimeSpan.Zero, TimeSpan.FromMilliseconds(5), TestActor, "tick", ActorRefs.NoSender);
        Assert.Equal(["tick", "tick", "tick"], ReceiveN(3));

        cancelable.Cancel();

        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public void What_was_cancelled_does_not_come()
    {
        var cancelable = Sys.Scheduler.ScheduleTellOnceCancelable(Soon, TestActor, "cancelled", ActorRefs.NoSender);
        cancelable.Cancel();

        Sys.Scheduler.ScheduleTellOnce(Later, TestActor, "marker", ActorRefs.NoSender);

        ExpectMsg("marker");
    }

    [Fact]
    public void What_is_cancelled_before_is_never_scheduled()
    {
        Sys.Scheduler.ScheduleTellOnce(
            TimeSpan.Zero, TestActor, "never", ActorRefs.NoSender, Cancelable.CreateCanceled());
        Sys.Scheduler.ScheduleTellOnce(Soon, TestActor, "marker", ActorRefs.NoSender);

        ExpectMsg("marker");
    }

    [Fact]
    public void An_action_runs_later()
    {
        var test = TestActor;

        Sys.Scheduler.Advanced.ScheduleOnce(Soon, () => test.Tell("ran", ActorRefs.NoSender));

        ExpectMsg("ran");
    }

    [Fact]
    public void An_action_that_throws_is_not_repeated_and_harms_nothing_else()
    {
        var test = TestActor;
        Sys.Scheduler.Advanced.ScheduleRepeatedly(TimeSpan.Zero, TimeSpan.FromMilliseconds(5), () =>
        {
            test.Tell("thrown", ActorRefs.NoSender);
            throw new FlawException("action");
        });
        Sys.Scheduler.ScheduleTellOnce(Later, TestActor, "marker", ActorRefs.NoSender);

        Assert.Equal(["thrown", "marker"], ReceiveN(2));
    }

    [Fact]
    public void Times_that_make_no_sense_are_refused()
    {
        var negative = TimeSpan.FromMilliseconds(-1);

        Assert.Throws<ArgumentOutOfRangeException>(
            () => Sys.Scheduler.ScheduleTellOnce(negative, TestActor, "x", ActorRefs.NoSender));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Sys.Scheduler.ScheduleTellRepeatedly(
                TimeSpan.Zero, TimeSpan.Zero, TestActor, "x", ActorRefs.NoSender));
    }

    [Fact]
    public void A_cancelable_can_cancel_itself()
    {
        var cancelled = new TaskCompletionSource();
        var cancelable = new Cancelable(Sys.Scheduler);
        cancelable.Token.Register(cancelled.SetResult);

        cancelable.CancelAfter(Soon);

        AwaitCondition(() => cancelled.Task.IsCompleted, Patience);
    }

    [Fact]
    public void A_linked_cancelable_follows_any_of_the_others()
    {
        var one = new Cancelable(Sys.Scheduler);
        var two = new Cancelable(Sys.Scheduler);
        var linked = Cancelable.CreateLinkedCancelable(Sys.Scheduler, one, two);

        two.Cancel();

        Assert.True(linked.IsCancellationRequested);
        Assert.False(one.IsCancellationRequested);
    }
}
