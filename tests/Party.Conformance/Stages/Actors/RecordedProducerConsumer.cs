using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;

namespace Party.Conformance.Stages.Actors;

/// <summary>A producer-consumer that does what a recorded one did.</summary>
public sealed class RecordedProducerConsumer : ProducerConsumer<object, object>
{
    private readonly StageRole _role;

    public RecordedProducerConsumer(
        RecordedStage setup, ProducerOptions<object> options, Diary diary, params SubscribeTo[] subscriptions)
        : base(options, subscriptions)
    {
        _role = new(setup, diary) { Stop = Stop };
        Receive<StageOrder.Note>(note => _role.Noted(note.Text));
        Receive<StageOrder.AskFor>(ask => Request(_role.Find(ask.Subscription), ask.Count));
        Receive<StageOrder.CancelIt>(cancel => Cancel(_role.Find(cancel.Subscription), Reasons.Of(cancel.Reason)));
        Receive<StageOrder.Resubscribe>(again =>
            Self.Forward(new MakeSubscription(again.To, _role.Find(again.Old), Reasons.Of(again.Reason))));
        Receive<StageOrder.Emit>(emit =>
        {
            Emit([.. emit.Items]);
            Sender.Tell(new StageOrder.Done());
        });
        Receive<StageOrder.EmitThenStop>(emit =>
        {
            Emit([.. emit.Items]);
            Inform(new StageOrder.Leave(emit.Reason));
        });
        Receive<StageOrder.Leave>(leave =>
        {
            Sender.Tell(new StageOrder.Done());
            Stop(Reasons.Of(leave.Reason));
        });
    }

    protected override void HandleEvents(ReadOnlySpan<object> events) => Emit(_role.Handled(From, events));

    protected override SubscriptionMode OnSubscribe(ProducerSubscription subscription) =>
        _role.Subscribed(subscription);

    protected override void OnSubscribe(ConsumerSubscription subscription) => _role.Subscribed(subscription);

    protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation) =>
        Emit(_role.Cancelled(subscription.Options, cancellation));

    protected override void OnCancel(ConsumerSubscription subscription, Cancellation cancellation) =>
        Emit(_role.Cancelled(subscription.Options, cancellation));

    protected override bool OnDiscarded(int count) => _role.Discarded(count);

    protected override bool AroundReceive(Receive receive, object message) =>
        _role.Watch(() => base.AroundReceive(receive, message));

    protected override void PostStop() => _role.Stopped(StopReason);
}
