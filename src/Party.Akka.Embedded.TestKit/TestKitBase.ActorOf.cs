using System.Linq.Expressions;
using Akka.Actor;
using Akka.Actor.Dsl;

namespace Akka.TestKit;

/// <content>Actors of the system under test.</content>
public abstract partial class TestKitBase
{
    /// <summary>Makes an actor under /user with a name of the system's choice.</summary>
    public IActorRef ActorOf(Props props) => Sys.ActorOf(props);

    /// <summary>Makes an actor under /user.</summary>
    public IActorRef ActorOf(Props props, string? name) => Sys.ActorOf(props, name);

    /// <summary>Makes an actor under /user with a name of the system's choice.</summary>
    public IActorRef ActorOf<TActor>()
        where TActor : ActorBase, new() =>
        Sys.ActorOf(Props.Create<TActor>());

    /// <summary>Makes an actor under /user.</summary>
    public IActorRef ActorOf<TActor>(string? name)
        where TActor : ActorBase, new() =>
        Sys.ActorOf(Props.Create<TActor>(), name);

    /// <summary>Makes an actor under /user by the constructor call; the system chooses the name.</summary>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory)
        where TActor : ActorBase =>
        Sys.ActorOf(Props.Create(factory));

    /// <summary>Makes an actor under /user by the constructor call.</summary>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string? name)
        where TActor : ActorBase =>
        Sys.ActorOf(Props.Create(factory), name);

    /// <summary>Makes an actor under /user that a function writes.</summary>
    public IActorRef ActorOf(Action<IActorDsl> configure, string? name = null) => Sys.ActorOf(configure, name);

    /// <summary>Makes an actor under /user that a function writes with a look at the context.</summary>
    public IActorRef ActorOf(Action<IActorDsl, IActorContext> configure, string? name = null) =>
        Sys.ActorOf(configure, name);

    /// <summary>Selects actors of the system under test by a path.</summary>
    public ActorSelection ActorSelection(ActorPath actorPath) => Sys.ActorSelection(actorPath);

    /// <summary>Selects actors of the system under test by the text of a path, which may hold wildcards.</summary>
    public ActorSelection ActorSelection(string actorPath) => Sys.ActorSelection(actorPath);

    /// <summary>Selects actors by the text of a path that starts at an actor.</summary>
    public ActorSelection ActorSelection(IActorRef anchorRef, string actorPath) =>
        Sys.ActorSelection(anchorRef, actorPath);
}
