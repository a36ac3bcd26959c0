using Akka.Actor;
using Party.Demand.Dispatching;

namespace Party.Actors.Tests.Samples;

/// <summary>The README's example, as it stands there, and proof that it does what the README says.</summary>
public sealed class ReadmeSample : StageTest
{
    [Fact]
    public void The_readmes_consumer_gets_the_readmes_numbers()
    {
        var seen = new List<int>();
        var system = Sys;

        var counter = system.ActorOf(Props.Create(() => new Counter()));
        system.ActorOf(Consumer.Props<int>(batch => seen.AddRange(batch), new SubscribeTo(counter)));

        AwaitCondition(() => seen.Count >= 5000);
        Assert.Equal(Enumerable.Range(0, 5000), seen.Take(5000));
    }

    public sealed class Counter : Producer<int>
    {
        private int _next;

        protected override void HandleDemand(DemandIncrement demand)
        {
            for (var count = 0; count < demand.Total; count++)
            {
                Emit(_next++);
            }
        }
    }
}
