using Akka.Actor;
using Party.Actors.Draining;
using Party.Actors.Producing;
using Party.Actors.Protocol;

namespace Party.Actors.Consuming;

/// <content>The orderly end of a pipeline: nothing more comes in, and what is there is handled.</content>
internal sealed partial class ConsumerSide<TEvent>
{
    private Reminder? _drainLimit;
    private Departure? _departure = StageSystem.Of(context.System).DepartureOf(context.Self);
    private bool _isGivingUp;

    /// <summary>Whether the stage outlives the end of its subscriptions, since its pipeline is being drained.</summary>
    public bool IsDraining => _departure is not null;

    /// <summary>Whether nothing comes in any more, and nothing waits to be handled.</summary>
    public bool IsSettled => IsAtRest && _links.Values.All(static link => link.IsOver);

    /// <summary>
    /// Whether nothing waits to be handled, and nothing more comes in before some of what was handled is confirmed.
    /// </summary>
    public bool IsStalled => IsAtRest && !IsSettled
        && _links.Values.All(static link => link.IsOver || link.IsExhausted);

    /// <summary>The producers that are to send events; null while there are events to handle.</summary>
    public string? Upstream => !IsAtRest ? null
        : _links.Count == 0 ? "nobody, since it has no producer"
        : string.Join(
            ", ", _links.Values.Select(static link => link.Producer.Path.ToStringWithoutAddress()).Distinct());

    private bool IsAtRest => IsIdle && !IsBusy && _unfinished is null;

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

    /// <summary>
    /// Gives events back to their producers, in whose books they stand, where nobody is there for what was made of
    /// them. Nobody would ever confirm them.
    /// </summary>
    /// <param name="isAtItsEnd">Whether nobody is there.</param>
    public void LetGoIf(bool isAtItsEnd)
    {
        if (isAtItsEnd && IsSettled)
        {
            foreach (var link in _links.Values.Where(static link => link.IsConcluded).ToList())
            {
                End(link, EndReason.Shutdown);
            }
        }
        else if (isAtItsEnd && IsStalled)
        {
            LeaveInOrder();
        }
    }

    private void On(PrepareToDrain _, IActorRef sender)
    {
        MarkDraining();
        sender.Tell(
            new ReadyToDrain([.. _links.Values.Select(static link => link.Producer).Distinct()]), _self);

        // It may fail, but the stage has answered.
        Work();
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
            _drainLimit ??= new(context, "drain deadline");
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
        var isLate = _links.Count > 0 || !IsIdle;
        if (_departure is not { Askers: { Count: > 0 } askers } || (isLate && !_isGivingUp))
        {
            return;
        }

        var unfinished = _links.Values.Sum(static link => link.Unfinished);
        var drained = new ConsumerDrained(unfinished) { IsLate = isLate };
        foreach (var drainer in askers)
        {
            drainer.Tell(drained, _self);
        }

        askers.Clear();
    }
}
