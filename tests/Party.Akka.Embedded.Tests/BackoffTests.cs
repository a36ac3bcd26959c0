using Akka.Actor;
using Akka.Event;
using Akka.Pattern;

namespace Akka.Embedded.Tests;

public sealed class BackoffTests : VirtualKit
{
    [Fact]
    public void A_child_that_stopped_starts_again_after_a_wait_that_doubles()
    {
        var supervisor = Start(Options(isOnFailure: false));

        foreach (var wait in new[] { Minute, 2 * Minute, 4 * Minute, 5 * Minute, 5 * Minute })
        {
            StopChild(supervisor);
            Clock.Advance(wait - TimeSpan.FromSeconds(1));
            Assert.Null(ChildOf(supervisor));

            Clock.Advance(TimeSpan.FromSeconds(1));
            AwaitCondition(() => ChildOf(supervisor) is not null, Patience);
        }

        Assert.Equal(5, Count(supervisor));
    }

    [Fact]
    public void The_count_starts_anew_when_the_child_has_lived_long_enough()
    {
        var supervisor = Start(Options(isOnFailure: false).WithAutoReset(Minute));
        StopChild(supervisor);
        Clock.Advance(Minute);
        AwaitCondition(() => ChildOf(supervisor) is not null, Patience);
        Assert.Equal(1, Count(supervisor));

        Clock.Advance(Minute);

        AwaitCondition(() => Count(supervisor) == 0, Patience);
    }

    [Fact]
    public void A_child_may_say_itself_when_the_count_starts_anew()
    {
        var supervisor = Start(Options(isOnFailure: false));
        StopChild(supervisor);
        Clock.Advance(Minute);
        AwaitCondition(() => ChildOf(supervisor) is not null, Patience);

        supervisor.Tell(BackoffSupervisor.Reset.Instance);

        Assert.Equal(0, Count(supervisor));
    }

    [Fact]
    public void A_child_that_failed_starts_again_after_the_wait()
    {
        var supervisor = Start(Options(isOnFailure: true));

        supervisor.Tell(new FlawException("x"));
        AwaitCondition(() => ChildOf(supervisor) is null, Patience);
        Clock.Advance(Minute);

        AwaitCondition(() => ChildOf(supervisor) is not null, Patience);
    }

    [Fact]
    public void One_that_waits_for_failures_ends_with_a_child_that_stops()
    {
        var supervisor = Start(Options(isOnFailure: true));
        Watch(supervisor);

        supervisor.Tell(PoisonChild.Instance);

        ExpectTerminated(supervisor);
    }

    [Fact]
    public void Too_many_waits_end_the_supervisor()
    {
        var supervisor = Start(Options(isOnFailure: false).WithMaxNrOfRetries(1));
        Watch(supervisor);
        StopChild(supervisor);
        Clock.Advance(Minute);
        AwaitCondition(() => ChildOf(supervisor) is not null, Patience);

        supervisor.Tell(PoisonChild.Instance);

        ExpectTerminated(supervisor);
    }

    [Theory]
    [InlineData(0, 1, 0.0)]
    [InlineData(2, 1, 0.0)]
    [InlineData(1, 2, 1.5)]
    public void Waits_that_make_no_sense_are_refused(int min, int max, double random) =>
        Assert.Throws<ArgumentException>(() => BackoffSupervisor.Props(
            Backoff.OnStop(Role(), "child", TimeSpan.FromSeconds(min), TimeSpan.FromSeconds(max), random, -1)));

    [Fact]
    public void Messages_go_on_to_the_child_and_its_words_to_the_parent()
    {
        var supervisor = Start(Options(isOnFailure: false));

        supervisor.Tell("x");

        ExpectMsg("echo x");
    }

    [Fact]
    public void Without_a_child_messages_are_dead_letters_or_get_a_reply()
    {
        var plain = Start(Options(isOnFailure: false));
        StopChild(plain);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        plain.Tell("lost");
        Assert.Equal("lost", ExpectMsg<DeadLetter>().Message);

        var replying = Start(Options(isOnFailure: false).WithReplyWhileStopped("closed"));
        StopChild(replying);
        replying.Tell("x");
        ExpectMsg("closed");
    }

    [Fact]
    public void A_final_message_ends_the_supervisor_with_its_child()
    {
        var supervisor = Start(Options(isOnFailure: false).WithFinalStopMessage(message => message is PoisonChild));
        Watch(supervisor);

        supervisor.Tell(PoisonChild.Instance);

        ExpectTerminated(supervisor);
    }

    private static BackoffOptions Options(bool isOnFailure)
    {
        var child = Role((me, message) =>
        {
            switch (message)
            {
                case Exception error:
                    throw error;
                case PoisonChild:
                    me.Cell.Stop(me.Me);
                    break;
                default:
                    me.From.Tell("echo " + message);
                    break;
            }
        });
        return isOnFailure
            ? Backoff.OnFailure(child, "child", Minute, 5 * Minute, 0, -1).WithManualReset()
            : Backoff.OnStop(child, "child", Minute, 5 * Minute, 0, -1).WithManualReset();
    }

    private static IActorRef? ChildOf(IActorRef supervisor) =>
        supervisor.Ask<BackoffSupervisor.CurrentChild>(
            BackoffSupervisor.GetCurrentChild.Instance, Patience).GetAwaiter().GetResult().Ref is { } child
        && !child.IsNobody() ? child : null;

    private static int Count(IActorRef supervisor) =>
        supervisor.Ask<BackoffSupervisor.RestartCount>(
            BackoffSupervisor.GetRestartCount.Instance, Patience).GetAwaiter().GetResult().Count;

    private IActorRef Start(BackoffOptions options) => Sys.ActorOf(BackoffSupervisor.Props(options));

    private void StopChild(IActorRef supervisor)
    {
        supervisor.Tell(PoisonChild.Instance);
        AwaitCondition(() => ChildOf(supervisor) is null, Patience);
    }

    private sealed class PoisonChild
    {
        public static readonly PoisonChild Instance = new();
    }
}
