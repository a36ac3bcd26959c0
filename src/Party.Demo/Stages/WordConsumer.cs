using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demo.Settings;

namespace Party.Demo.Stages;

/// <summary>Owns a partition, and outputs the words it receives.</summary>
internal sealed class WordConsumer(PartitionSettings partition, SubscribeTo subscription, PartyRun run)
    : Consumer<string>(subscription)
{
    protected override void HandleEvents(ReadOnlySpan<string> events)
    {
        run.Faults.Meet(events.Length, Attempt);
        run.Output.Received(partition.Name, events);
        if (Attempt > 1)
        {
            run.CountAgain(events.Length);
        }
    }

    protected override bool AroundReceive(Receive receive, object message)
    {
        var isHandled = base.AroundReceive(receive, message);
        if (message is Subscribed)
        {
            Context.Parent.Tell(new ConsumerJoined(partition.Name));
        }

        return isHandled;
    }

    protected override void PreStart()
    {
        run.Output.Started(partition.Name, string.Join(", ", partition.Letters));
        base.PreStart();
    }

    protected override void PostRestart(Exception reason)
    {
        run.CountRestart();
        run.Output.Restarted($"consumer {partition.Name}", reason);
        base.PostRestart(reason);
    }
}
