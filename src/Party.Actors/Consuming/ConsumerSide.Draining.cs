using Akka.Actor;
using Party.Actors.Producing;
using Party.Actors.Protocol;

namespace Party.Actors.Consuming;

/// <content>The orderly end of a pipeline: nothing more comes in, and what is there is handled.</content>
internal sealed partial class ConsumerSide<TEvent>
{
    private readonly HashSet<IActorRef> _drainers = [];
    private readonly Reminder _drainLimit = new(context, "drain deadline");
    private bool _isGivingUp;

    /// <summary>Whether the stage outlives the end of its subscriptions, since its pipeline is being drained.</summary>
    public bool IsDraining { get; private set; } = StageSystem.Of(context.System).IsDraining(context.Self);

    /// <summary>Whether nothing comes in any more, and nothing waits to be handled.</summary>
    public bool IsSettled => IsIdle && !_isBusy && _unfinished is null && _links.Values.All(static link => link.IsOver);

    /// <summary>Cancels every subscription; what is on its way is still handled.</summary>
    public void LeaveInOrder()
    {
        MarkDraining();
        foreach (var link in _links.Values.ToList())
        {
            Cancel(link.Id, EndReason.Shutdown);
        }

        Work();
    }

    private void On(PrepareToDrain _, IActorRef sender)
    {
        MarkDraining();
        Work();
        sender.Tell(
            new ReadyToDrain([.. _links.Values.Select(static link => link.Producer).Distinct()]), _self);
    }

    private void MarkDraining()
    {
        IsDraining = true;
        _system.MarkDraining(_self);

        // Whoever is not there by now is not waited for.
        ForgetAll(EndReason.Shutdown);
    }

    // Of a stage that only consumes; one that emits besides answers with its books.
    private void On(Drain drain, IActorRef sender)
    {
        _drainers.Add(sender);
        if (drain.Deadline != Timeout.InfiniteTimeSpan)
        {
            _drainLimit.PostIn(drain.Deadline);
        }

        LeaveInOrder();
        AnswerIfDrained();
    }

    private void GiveUpDraining()
    {
        _isGivingUp = true;
        AnswerIfDrained();
    }

    private void AnswerIfDrained()
    {
        if (_drainers.Count == 0 || (!_isGivingUp && (_links.Count > 0 || !IsIdle)))
        {
            return;
        }

        var drained = new ConsumerDrained(_links.Values.Sum(static link => link.Ledger.Received - link.Handled));
        foreach (var drainer in _drainers)
        {
            drainer.Tell(drained, _self);
        }

        _drainers.Clear();
    }
}
