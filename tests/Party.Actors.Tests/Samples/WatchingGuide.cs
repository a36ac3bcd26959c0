using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;

namespace Party.Actors.Tests.Samples;

/// <summary>The examples of docs/guides/watching.md, and proof that they do what it says.</summary>
public sealed class WatchingGuide : StageTest
{
    public WatchingGuide()
        : base("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
    {
    }

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void What_a_partition_waits_for_is_said()
    {
        var output = new StringWriter();
        var options = Numbers.OddAndEven with { Dispatcher = Numbers.ByParity with { ParkLimit = 2 } };
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan { Options = options })));
        var (even, odd) = (Subscribe(producer, "even"), Subscribe(producer, "odd"));

        using var watch = Sys.Party().Watch(producer);
        even.Send(producer, new Request(9));
        Receive(even, 3);
        for (var second = 0; second < 2; second++)
        {
            ExpectNothingMore(odd, producer);
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        ExpectNothingMore(odd, producer);
        Show(watch, output);

        Assert.Equal(
            """
            even: 0 events/s, demand 6, 0 parked, the oldest for 0 s
            odd: 0 events/s, demand 0, 2 parked, the oldest for 1 s
            It waits for demand of partition odd, whose park is full: 4 events held.

            """.ReplaceLineEndings(),
            output.ToString());
    }

    private static void Show(StageWatch watch, TextWriter output)
    {
        if (watch.Latest is not { } now)
        {
            return;
        }

        foreach (var one in now.Partitions)
        {
            output.WriteLine($"{one.Partition}: {one.Rate:0} events/s, demand {one.Books.Outstanding}, "
                + $"{one.Books.Parked} parked, the oldest for {one.OldestAge?.TotalSeconds ?? 0:0} s");
        }

        output.WriteLine(now.Idle);
    }
}
