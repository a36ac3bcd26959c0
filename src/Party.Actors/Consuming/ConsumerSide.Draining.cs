using Akka.Actor;
using Party.Actors.Draining;
using Party.Actors.Producing;
using Party.Actors.Protocol;

namespace Party.Actors.Consuming;

/// <content>The orderly end of a pipeline: nothing more comes in, and what is there is handled.</content>
internal sealed partial class ConsumerSide<TEvent>
{
    private readonly Reminder _drainLimit = new(context, "drain deadline");
    private Departure? _departure = StageSystem.Of(context.System).DepartureOf(context.Self);
    private bool _isGivingUp;

    /// <summary>Whether the stage outlives the end of its subscriptions, since its pipeline is being drained.</summary>
    public bool IsDraining => _departure is not null;

    /// <summary>Whether nothing comes in any more, and nothing waits to be handled.</summary>
    public bool IsSettled => IsIdle && !_isBusy && _unfinished is null && _links.Values.All(static link => link.IsOver);

    /// <summary>Cancels every subscription; what is on its way is still handled.</summary>
    public void LeaveInOrder()
    {
        MarkDraining().HasBegun = true;
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

    // What a subscription waits for may be long in coming: a drain does not wait for it.
    private Departure MarkDraining()
    {
        _departure = _system.Depart(_self);
        ForgetAll(EndReason.Shutdown);
        return _departure;
    }

    // Of a stage that only consumes; one that emits besides answers with its books.
    private void On(Drain drain, IActorRef sender)
    {
        MarkDraining().Askers.Add(sender);
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
        if (_departure is not { Askers: { Count: > 0 } askers } || (!_isGivingUp && (_links.Count > 0 || !IsIdle)))
        {
            return;
        }

        var drained = new ConsumerDrained(_links.Values.Sum(static link => link.Ledger.Received - link.Handled));
        foreach (var drainer in askers)
        {
            drainer.Tell(drained, _self);
        }

        askers.Clear();
    }
}
