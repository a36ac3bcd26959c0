using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Consuming;

/// <content>Subscriptions that are made again, since they ended or could not be made.</content>
internal sealed partial class ConsumerSide<TEvent>
{
    // An answer that comes from another machine may take that long.
    private static readonly TimeSpan ShortestInquiry = TimeSpan.FromSeconds(1);

    private static readonly Resubscription AfterRestart = new();

    // Those that wait to be tried again, or for an answer where their producer is.
    private readonly List<Wish> _pending = [];

    /// <summary>
    /// The stage was restarted, and has subscribed, unless it is being drained. If a subscription's end was why, and
    /// one can't be made again, then the stage is not to fail again: that would go on without end.
    /// </summary>
    public void Return(Exception cause)
    {
        if (cause is SubscriptionEndedException)
        {
            foreach (var wish in _links.Values.Select(static link => link.Wish).Concat(_pending))
            {
                wish.IsAgain = true;
            }
        }

        AnswerIfDrained();
    }

    // Directly to a producer that is known; another is looked for first.
    private void Pursue(Wish wish)
    {
        if (wish.IsLost)
        {
            LookUp(wish);
        }
        else
        {
            Make(wish);
        }
    }

    private void LookUp(Wish wish)
    {
        wish.IsAsking = true;
        var pause = PauseOf(wish, wish.Attempts + 1);
        Wait(wish, pause > ShortestInquiry ? pause : ShortestInquiry);
        var selection = wish.To.Path is { } path
            ? context.ActorSelection(path)
            : context.ActorSelection(wish.To.Producer.Path);
        selection.Tell(new Identify(wish.Inquiry), _self);
    }

    private void On(ActorIdentity identity)
    {
        if (_pending.Find(wish => wish.IsLost && wish.Inquiry.Equals(identity.MessageId)) is not { } wish)
        {
            return;
        }

        if (identity.Subject is { } producer)
        {
            StopWaiting(wish);
            wish.Find(producer);
            Make(wish);
        }
        else if (wish.IsAsking)
        {
            StopWaiting(wish);
            Miss(wish, $"there is nobody at {wish.Place}");
        }
    }

    private void On(Retry retry)
    {
        var wish = retry.Wish;
        if (wish.Retry != retry || !_pending.Contains(wish))
        {
            // Its time was cancelled too late, or it is of the actor before a restart.
            return;
        }

        StopWaiting(wish);
        if (wish.IsAsking)
        {
            Miss(wish, $"nobody answers for {wish.Place}");
        }
        else
        {
            Pursue(wish);
        }
    }

    private void Miss(Wish wish, string reason)
    {
        wish.IsAsking = false;
        End(wish, new(EndReason.Failure(reason), IsDown: true), isLeaving: false);
    }

    private void ForgetAll(EndReason reason)
    {
        foreach (var wish in _pending.ToList())
        {
            Forget(wish, reason);
        }
    }

    private void Forget(Wish wish, EndReason reason)
    {
        StopWaiting(wish);
        End(wish, new(reason, IsDown: false), isLeaving: true);
    }

    // It has no producer to tell; its end comes after the events that came before it, as any.
    private void End(Wish wish, Cancellation cancellation, bool isLeaving)
    {
        var link = new ProducerLink(_system.NextSubscription(), wish) { IsLeaving = isLeaving };
        _links.Add(link);
        Take(link, cancellation);
    }

    // Waiting for what may pass; a path that nobody stands at yet, or a partition that another owns for now, or that
    // is still to be added.
    private bool MayTryAgain(ProducerLink link, EndReason reason)
    {
        var wish = link.Wish;
        var policy = wish.To.Resubscription
            ?? (wish.IsAgain && link.Refusal is Refusal.PartitionTaken or Refusal.PartitionExpected
                ? AfterRestart
                : Resubscription.Never);
        return reason.Kind is not (EndKind.Normal or EndKind.Replaced)
            && link.Refusal is Refusal.None or Refusal.PartitionTaken or Refusal.PartitionExpected or Refusal.Draining
            && !link.IsLeaving
            && !handler.IsStopping
            && !IsDraining
            && policy.Allows(wish.Attempts + 1);
    }

    private bool TryAgain(ProducerLink link, EndReason reason)
    {
        if (!MayTryAgain(link, reason))
        {
            return false;
        }

        var wish = link.Wish;
        var pause = PauseOf(wish, ++wish.Attempts);
        _log.TriesAgain(wish, reason, pause);
        wish.IsMissed = true;
        Wait(wish, pause);
        return true;
    }

    private TimeSpan PauseOf(Wish wish, int attempt)
    {
        var address = ((ExtendedActorSystem)context.System).Provider.DefaultAddress;
        var who = $"{_self.Path.ToStringWithAddress(address)} {wish.Text}";
        return (wish.To.Resubscription ?? AfterRestart).PauseBefore(attempt, who);
    }

    private void Wait(Wish wish, TimeSpan pause)
    {
        _pending.Add(wish);
        wish.TryIn(pause, context.System.Scheduler, _self);
    }

    private void StopWaiting(Wish wish)
    {
        _pending.Remove(wish);
        wish.StopWaiting();
    }

    private void Admitted(Wish wish)
    {
        if (wish.IsMissed)
        {
            _log.IsBack(wish);
        }

        wish.IsMissed = wish.IsAgain = false;
        wish.Answer(new SubscriptionMade(wish.Id), _self);
    }

    private Wish? FindPending(SubscriptionId id) => _pending.Find(wish => wish.Id == id || wish.Last == id);

    // By its own name, or by that of the first attempt.
    private ProducerLink? Find(SubscriptionId id) =>
        _links.TryGetValue(id, out var link) && !link.IsConcluded
            ? link
            : _links.Values.FirstOrDefault(other => other.Wish.Id == id && !other.IsConcluded);
}
