using Akka.Actor;
using Party.Actors;
using Party.Demand.Subscriptions;

namespace Party.Samples.ConsumerSupervisor;

/// <summary>A counter, and two supervisors that start an actor for every number.</summary>
public static class Jobs
{
    /// <summary>Starts the counter and the supervisors.</summary>
    /// <param name="system">Where they live.</param>
    /// <param name="output">Where the jobs print to; several at a time.</param>
    /// <returns>The supervisors, which end when all twenty jobs are done.</returns>
    public static IActorRef[] Start(IActorRefFactory system, TextWriter output)
    {
        var counter = system.ActorOf(Producer.From(Enumerable.Range(1, 20)), "counter");
        var threeAtATime = new SubscribeTo(counter, new SubscriptionOptions { MaxDemand = 3, MinDemand = 2 });
        var jobs = Party.Actors.ConsumerSupervisor.Props<int>(
            number => Props.Create(() => new Job(number, output)), threeAtATime);

        return [system.ActorOf(jobs, "left"), system.ActorOf(jobs, "right")];
    }
}
