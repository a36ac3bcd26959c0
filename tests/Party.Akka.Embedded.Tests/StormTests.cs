using Akka.Actor;

namespace Akka.Embedded.Tests;

/// <summary>Many at a time: nothing is lost, nothing comes twice, and every sender's order is kept.</summary>
public sealed class StormTests : QuietKit
{
    [Theory]
    [InlineData(1, 200_000)]
    [InlineData(8, 100_000)]
    public void Every_message_of_every_sender_comes_once_and_in_order(int senders, int messages)
    {
        var test = TestActor;
        var seen = new int[senders];
        var received = 0;
        var receiver = Play((_, message) =>
        {
            var (sender, number) = ((int, int))message;
            Assert.Equal(seen[sender]++, number);
            if (++received == senders * messages)
            {
                test.Tell(received);
            }
        });

        for (var sender = 0; sender < senders; sender++)
        {
            var own = sender;
            Task.Run(() => Send(receiver, own, messages));
        }

        ExpectMsg(senders * messages, Patience);
    }

    [Fact]
    public async Task A_mailbox_that_runs_empty_again_and_again_misses_no_message()
    {
        var echo = Play((me, message) => me.From.Tell(message));

        var askers = Enumerable.Range(0, 4).Select(asker => Task.Run(async () =>
        {
            for (var number = 0; number < 5_000; number++)
            {
                Assert.Equal((asker, number), await echo.Ask<(int, int)>((asker, number), Patience));
            }
        }));

        await Task.WhenAll(askers);
    }

    [Fact]
    public void Whatever_is_stopped_with_many_others_stops_once()
    {
        const int Actors = 20_000;
        var stopped = new int[Actors];
        var parent = Play();

        Inside(parent, part =>
        {
            for (var number = 0; number < Actors; number++)
            {
                var child = part.Cell.ActorOf(Props.Create<Mortal>(stopped, number));
                if (number % 3 == 0)
                {
                    child.Tell(PoisonPill.Instance);
                }
                else if (number % 3 == 1)
                {
                    part.Cell.Stop(child);
                }
            }

            return Actors;
        });
        StopAndWait(parent);

        Assert.All(stopped, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task Actors_that_many_threads_start_and_stop_all_stop()
    {
        const int Threads = 4;
        const int Actors = 10_000;
        var stopped = new int[Threads * Actors];
        var starters = Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var number = thread * Actors; number < (thread + 1) * Actors; number++)
            {
                Sys.Stop(Sys.ActorOf(Props.Create<Mortal>(stopped, number), $"mortal-{number}"));
            }
        }));

        await Task.WhenAll(starters);
        await Sys.Terminate();
        Assert.All(stopped, times => Assert.Equal(1, times));
    }

    private static void Send(IActorRef receiver, int sender, int messages)
    {
        for (var number = 0; number < messages; number++)
        {
            receiver.Tell((sender, number));
        }
    }

    private sealed class Mortal(int[] stopped, int number) : UntypedActor
    {
        protected override void PostStop() => Interlocked.Increment(ref stopped[number]);

        protected override void OnReceive(object message)
        {
        }
    }
}
