using Akka.Actor.References;

namespace Akka.Actor.Cells;

/// <content>What the actor sees: its context.</content>
internal sealed partial class ActorCell : IUntypedActorContext
{
    public IActorRef Self => _self;

    public IActorRef Sender => _envelope.Sender ?? System.DeadLetters;

    public TimeSpan? ReceiveTimeout => _silence?.Duration;

    ActorSystem IActorContext.System => System;

    IActorRef IActorContext.Parent => Parent;

    public IActorRef ActorOf(Props props, string? name = null)
    {
        var path = new ChildActorPath(_self.Path, CheckName(name) ?? Children.NextName(), System.Uids.Next());
        var child = System.Provider.NewActor(props, _self, path);
        Children.Add(child);
        child.Cell.Start();
        if (System.Settings.DebugLifecycle)
        {
            LogDebug($"now supervising {child.Path}");
        }

        return child;
    }

    public ActorSelection ActorSelection(ActorPath actorPath) => Selecting.From(actorPath, System);

    public ActorSelection ActorSelection(string actorPath) => Selecting.From(actorPath, System, _self);

    public IActorRef Child(string name) => (IActorRef?)Children.Find(name)?.Child ?? ActorRefs.Nobody;

    public IEnumerable<IActorRef> GetChildren() => Children.All.Select(stats => (IActorRef)stats.Child);

    public void Become(Receive receive) => _behaviors.Replace(receive);

    public void BecomeStacked(Receive receive) => _behaviors.Push(receive);

    public void Become(UntypedReceive receive) => Become(Handling(receive));

    public void BecomeStacked(UntypedReceive receive) => BecomeStacked(Handling(receive));

    public void UnbecomeStacked() => _behaviors.Pop();

    public void SetReceiveTimeout(TimeSpan? timeout) => (_silence ??= new(this)).Set(timeout);

    public void Stop(IActorRef child)
    {
        Children.MarkDying(child);
        ((IInternalActorRef)child).Stop();
    }

    public IActorRef Watch(IActorRef subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        Deaths.Watch(_self, (IInternalActorRef)subject, null);
        return subject;
    }

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(message);
        Deaths.Watch(_self, (IInternalActorRef)subject, message);
        return subject;
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        _deaths?.Unwatch(_self, (IInternalActorRef)subject);
        return subject;
    }

    private static Receive Handling(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };

    private string? CheckName(string? name) => name is null || ActorPath.IsValidPathElement(name)
        ? name
        : throw new InvalidActorNameException(
            $"Expected a name of ASCII letters, digits and {ActorPath.ValidSymbols} that does not start with $, "
            + $"got \"{name}\". Nothing was started under {_self.Path}.");
}
