using Akka.Actor;
using Akka.Event;

namespace Party.Actors.Consuming;

/// <summary>A stage's message to itself: it is time to try to subscribe again.</summary>
internal sealed class Retry : IDeadLetterSuppression, INoSerializationVerificationNeeded
{
    private readonly ICancelable _timer;

    public Retry(Wish wish, TimeSpan pause, IScheduler scheduler, IActorRef stage)
    {
        Wish = wish;
        _timer = scheduler.ScheduleTellOnceCancelable(pause, stage, this, stage);
    }

    /// <summary>What is wanted.</summary>
    public Wish Wish { get; }

    /// <summary>It is not to be tried again.</summary>
    public void Cancel() => _timer.Cancel();

    /// <inheritdoc/>
    public override string ToString() => $"try {Wish.Text} again";
}
