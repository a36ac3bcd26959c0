using Akka.Actor;
using Party.Actors;

namespace Party.Demo.Stages;

/// <summary>
/// Starts a consumer for every partition that has one, and restarts them; ends with the first that can't go on.
/// </summary>
internal sealed class ConsumersSupervisor : ReceiveActor
{
    private readonly PartyRun _run;
    private readonly IActorRef _producer;

    public ConsumersSupervisor(PartyRun run, IActorRef producer)
    {
        _run = run;
        _producer = producer;
        Receive<Terminated>(ended => Context.Parent.Tell(new ConsumerEnded(ended.ActorRef.Path.Name)));
    }

    protected override SupervisorStrategy SupervisorStrategy() =>
        Supervision.Restarting(_run.Settings.ConsumerRestarts);

    protected override void PreStart()
    {
        foreach (var partition in _run.Settings.Partitions.Where(partition => partition.HasConsumer))
        {
            var subscription = new SubscribeTo(_producer, _run.Settings.Subscription(partition.Name));
            var props = Props.Create(() => new WordConsumer(partition, subscription, _run));
            Context.Watch(Context.ActorOf(props, Uri.EscapeDataString(partition.Name)));
        }
    }
}

/// <summary>Consumers' supervisor → supervisor: a consumer has stopped.</summary>
internal sealed record ConsumerEnded(string Consumer);
