using Akka.Actor;

namespace Party.Conformance.Stages.Actors;

/// <summary>A child of a recorded supervisor: it waits to be told how to end.</summary>
public sealed class RecordedChild : UntypedActor
{
    private readonly Nursery _nursery;
    private readonly object _item;

    public RecordedChild(Nursery nursery, object item)
    {
        _nursery = nursery;
        _item = item;
    }

    /// <summary>How a child is to end.</summary>
    public sealed record Finish(string Reason);

    protected override void PreStart() => _nursery.Enter(_item, Self);

    protected override void PostStop() => _nursery.Leave(_item, Self);

    protected override void PostRestart(Exception reason)
    {
        _nursery.Started(_item);
        base.PostRestart(reason);
    }

    protected override void OnReceive(object message)
    {
        if (message is Finish finish && !Reasons.Of(finish.Reason).IsBenign)
        {
            throw new InvalidOperationException(finish.Reason);
        }

        Context.Stop(Self);
    }
}
