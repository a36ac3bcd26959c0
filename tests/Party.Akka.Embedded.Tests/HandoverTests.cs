using Akka.Actor;

namespace Akka.Embedded.Tests;

/// <summary>A thread of the pool runs what its actor wakes up itself, and nobody must suffer from that.</summary>
public sealed class HandoverTests : QuietKit
{
    // The pool adds a thread or two a second where all of them are taken.
    private const int MoreThanThreads = 200;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task An_actor_may_block_until_those_it_woke_up_have_worked(int workers)
    {
        using var worked = new CountdownEvent(workers);
        var crew = Enumerable.Range(0, workers).Select(_ => Play((_, _) => worked.Signal())).ToList();
        var blocker = Play((me, _) =>
        {
            crew.ForEach(worker => worker.Tell("work", me.Me));
            me.From.Tell(worked.Wait(Patience));
        });

        Assert.True(await blocker.Ask<bool>("go", Patience));
    }

    [Fact]
    public async Task An_actor_may_block_on_what_it_asks_again_and_again()
    {
        var adder = Play((me, message) => me.From.Tell((int)message + 1));
        var blocker = Play((me, _) => me.From.Tell(
            Enumerable.Range(0, 20).Sum(number => adder.Ask<int>(number, Patience).GetAwaiter().GetResult())));

        Assert.Equal(210, await blocker.Ask<int>("go", Patience));
    }

    [Fact]
    public async Task Pairs_that_talk_without_end_leave_the_threads_to_others_too()
    {
        var pairs = Enumerable.Range(0, MoreThanThreads).Select(_ => Echo()).ToList();
        pairs.ForEach(echo => echo.Tell("ball", Echo()));

        var other = Echo();
        for (var question = 0; question < 5; question++)
        {
            Assert.Equal(question, await other.Ask<int>(question, Patience));
        }
    }

    [Fact]
    public async Task An_actor_that_never_runs_out_of_messages_leaves_the_threads_to_others_too()
    {
        for (var actor = 0; actor < MoreThanThreads; actor++)
        {
            Play((me, message) => me.Me.Tell(message)).Tell("again");
        }

        Assert.Equal("answer", await Echo().Ask<string>("answer", Patience));
    }

    [Fact]
    public void A_ball_is_never_lost_between_threads()
    {
        const int Pairs = 8;
        const int Rounds = 20_000;
        var referee = TestActor;
        for (var pair = 0; pair < Pairs; pair++)
        {
            var played = 0;
            var server = Play((me, message) =>
            {
                if (++played < Rounds)
                {
                    me.From.Tell(message, me.Me);
                }
                else
                {
                    referee.Tell(played);
                }
            });
            server.Tell("ball", Echo());
        }

        Assert.All(ReceiveN(Pairs, Patience), played => Assert.Equal(Rounds, played));
    }

    [Fact]
    public void Those_that_one_wakes_up_may_wait_for_each_other()
    {
        const int Workers = 4;
        var arrived = 0;
        using var meeting = new ManualResetEventSlim();
        var test = TestActor;
        var crew = Enumerable.Range(0, Workers).Select(_ => Play((_, _) =>
        {
            if (Interlocked.Increment(ref arrived) == 2)
            {
                meeting.Set();
            }

            test.Tell(meeting.Wait(Patience));
        })).ToList();
        var caller = Play((me, _) => crew.ForEach(worker => worker.Tell("meet", me.Me)));

        caller.Tell("go");

        Assert.All(ReceiveN(Workers, Patience), met => Assert.Equal(true, met));
    }

    [Fact]
    public void Everybody_whom_one_wakes_up_is_run_once()
    {
        // More than a thread has room for.
        const int Workers = 1000;
        var test = TestActor;
        var crew = Enumerable.Range(0, Workers).Select(number => Play((_, _) => test.Tell(number))).ToList();
        var caller = Play((me, _) => crew.ForEach(worker => worker.Tell("work", me.Me)));

        caller.Tell("go");

        Assert.Equal(Enumerable.Range(0, Workers), ReceiveN(Workers, Patience).Cast<int>().Order());
    }

    [Fact]
    public async Task Actors_that_do_much_without_end_leave_the_threads_to_others_too()
    {
        const int SomeTenMicroseconds = 500;
        var crew = new List<IActorRef>();
        for (var worker = 0; worker < MoreThanThreads; worker++)
        {
            var (left, right) = (worker, (worker * 7) + 1);
            crew.Add(Play((me, message) =>
            {
                Thread.SpinWait(SomeTenMicroseconds);
                var next = (int)message % 2 == 0 ? left + 1 : right;
                crew[next % MoreThanThreads].Tell((int)message + 1, me.Me);
            }));
        }

        crew.ForEach(worker => worker.Tell(0));

        var other = Echo();
        for (var question = 0; question < 5; question++)
        {
            Assert.Equal(question, await other.Ask<int>(question, Patience));
        }
    }

    private IActorRef Echo() => Play((me, message) => me.From.Tell(message, me.Me));
}
