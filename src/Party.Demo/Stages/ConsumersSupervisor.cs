using Akka.Actor;
using Party.Actors;
using Party.Demo.Settings;

namespace Party.Demo.Stages;

/// <summary>
/// Starts a consumer for every partition that has one, and restarts them; tells who they are, when all have joined, and
/// which ended.
/// </summary>
internal sealed class ConsumersSupervisor : ReceiveActor
{
    private readonly PartyRun _run;
    private readonly IActorRef _producer;

    // The partitions whose consumers the producer does not know yet.
    private readonly HashSet<string> _missing;

    public ConsumersSupervisor(PartyRun run, IActorRef producer)
    {
        _run = run;
        _producer = producer;
        _missing = [.. WithConsumer.Select(partition => partition.Name)];
        Receive<ConsumerJoined>(joined =>
        {
            if (_missing.Remove(joined.Partition) && _missing.Count == 0)
            {
                Context.Parent.Tell(new ConsumersJoined());
            }
        });
        Receive<Terminated>(ended => Context.Parent.Tell(new ConsumerEnded(ended.ActorRef.Path.Name)));
    }

    private IEnumerable<PartitionSettings> WithConsumer =>
        _run.Settings.Partitions.Where(partition => partition.HasConsumer);

    protected override SupervisorStrategy SupervisorStrategy() =>
        Supervision.Restarting(_run.Settings.ConsumerRestarts);

    protected override void PreStart()
    {
        var consumers = new List<IActorRef>();
        foreach (var partition in WithConsumer)
        {
            var subscription = new SubscribeTo(_producer, _run.Settings.Subscription(partition.Name));
            var props = Props.Create(() => new WordConsumer(partition, subscription, _run));
            consumers.Add(Context.Watch(Context.ActorOf(props, Uri.EscapeDataString(partition.Name))));
        }

        Context.Parent.Tell(new ConsumersStarted(consumers));
    }
}
