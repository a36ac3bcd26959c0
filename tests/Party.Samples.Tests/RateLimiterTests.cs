using Akka.Actor;
using Akka.TestKit;
using Party.Actors;
using Party.Samples.RateLimiter;

namespace Party.Samples.Tests;

public sealed class RateLimiterTests : SampleTest
{
    private readonly TimeSpan _interval = TimeSpan.FromMinutes(1);

    private TestScheduler Clock => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void No_more_than_five_numbers_are_taken_in_an_interval()
    {
        var numbers = Sys.ActorOf(Producer.From(Enumerable.Range(1, 12)));
        var limiter = Start(numbers);
        AwaitCondition(() => Lines.Length == 1);

        Clock.Advance(_interval * 0.9);
        ExpectQuiet(limiter, numbers);
        Assert.Equal(["1 2 3 4 5"], Lines);
        Clock.Advance(_interval * 0.1);
        AwaitCondition(() => Lines.Length == 2);
        Clock.Advance(_interval);

        ExpectEnd(limiter);
        Assert.Equal(["1 2 3 4 5", "6 7 8 9 10", "11 12"], Lines);
    }

    [Fact]
    public void A_producer_that_was_slow_may_not_catch_up_all_at_once()
    {
        var pusher = Sys.ActorOf(Props.Create(() => new Pusher()));
        var limiter = Start(pusher);
        ExpectQuiet(limiter, pusher);
        Clock.Advance(_interval * 10);
        ExpectQuiet(limiter, pusher);

        pusher.Tell(Enumerable.Range(1, 20).ToArray());

        AwaitCondition(() => Lines.Length == 1);
        ExpectQuiet(limiter, pusher);
        Assert.Equal(["1 2 3 4 5"], Lines);
    }

    private IActorRef Start(IActorRef producer)
    {
        var rate = new Rate(5, _interval);
        var screen = Screen;
        return Sys.ActorOf(Props.Create(() => new RateLimiter.RateLimiter(rate, screen, new SubscribeTo(producer))));
    }

    // Both have said all that they had to say when they were asked.
    private void ExpectQuiet(IActorRef limiter, IActorRef producer)
    {
        foreach (var stage in new[] { limiter, producer, limiter, producer, limiter })
        {
            stage.Tell(new Identify(1), TestActor);
            ExpectMsg<ActorIdentity>();
        }
    }
}
