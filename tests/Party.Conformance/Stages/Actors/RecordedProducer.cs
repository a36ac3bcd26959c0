using Akka.Actor;
using Party.Actors;
using Party.Demand.Dispatching;

namespace Party.Conformance.Stages.Actors;

/// <summary>A producer that does what a recorded one did.</summary>
public sealed class RecordedProducer : Producer<object>
{
    private readonly StageRole _role;

    public RecordedProducer(RecordedStage setup, ProducerOptions<object> options, Diary diary)
        : base(options)
    {
        _role = new(setup, diary) { Stop = Stop };
        Receive<StageOrder.Note>(note => _role.Noted(note.Text));
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

    protected override void HandleDemand(DemandIncrement demand) => Emit(_role.Demanded(demand.Total));

    protected override void OnSubscribe(ConsumerSubscription subscription) => _role.Subscribed(subscription);

    protected override void OnCancel(ConsumerSubscription subscription, Cancellation cancellation) =>
        Emit(_role.Cancelled(subscription.Options, cancellation));

    protected override bool OnDiscarded(int count) => _role.Discarded(count);

    protected override bool AroundReceive(Receive receive, object message) =>
        _role.Watch(() => base.AroundReceive(receive, message));

    protected override void PostStop() => _role.Stopped(StopReason);
}
