using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Actors.Producing;

/// <content>What is changed about the partitions while events flow.</content>
internal sealed partial class ProducerSide<TEvent>
{
    private void Change(string partition, bool isPaused, IActorRef sender)
    {
        var index = Ledger.Partitions.IndexOf(partition);
        if (index < 0)
        {
            Refuse(sender, $"Expected a partition of {Ledger.Partitions}, got \"{partition}\". Nothing was changed.");
            return;
        }

        try
        {
            if (isPaused)
            {
                Carry(Ledger.PausePartition(index));
            }
            else
            {
                Ledger.ResumePartition(index);
            }
        }
        catch (NotSupportedException error)
        {
            Refuse(sender, $"{error.Message} Nothing was changed.");
            return;
        }

        _log.Paused(partition, isPaused);
        sender.Tell(new PartitionState(partition, isPaused), _self);
        Advance();
    }

    private void Refuse(IActorRef sender, string reason)
    {
        _log.Refused(reason, sender);
        sender.Tell(new Status.Failure(new ArgumentException(reason)), _self);
    }
}
