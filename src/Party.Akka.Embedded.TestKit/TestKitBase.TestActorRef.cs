using System.Linq.Expressions;
using Akka.Actor;

namespace Akka.TestKit;

/// <content>Actors whose instance the test can see.</content>
public abstract partial class TestKitBase
{
    /// <summary>Makes an actor that handles messages on the telling thread, under /user.</summary>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(string? name = null)
        where TActor : ActorBase, new() =>
        new(Sys, Props.Create<TActor>(), null, name);

    /// <summary>Makes an actor that handles messages on the telling thread, under a supervisor.</summary>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(IActorRef supervisor, string? name = null)
        where TActor : ActorBase, new() =>
        new(Sys, Props.Create<TActor>(), supervisor, name);

    /// <summary>Makes an actor by its props, under /user, on the telling thread unless they say other.</summary>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Props props, string? name = null)
        where TActor : ActorBase =>
        new(Sys, props, null, name);

    /// <summary>Makes an actor by its props, under a supervisor, on the telling thread unless they say other.</summary>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Props props, IActorRef supervisor, string? name = null)
        where TActor : ActorBase =>
        new(Sys, props, supervisor, name);

    /// <summary>Makes an actor by the constructor call, under /user.</summary>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(
        Expression<Func<TActor>> factory, string? name = null)
        where TActor : ActorBase =>
        new(Sys, Props.Create(factory), null, name);

    /// <summary>Makes an actor by the constructor call, under a supervisor.</summary>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(
        Expression<Func<TActor>> factory, IActorRef supervisor, string? name = null)
        where TActor : ActorBase =>
        new(Sys, Props.Create(factory), supervisor, name);
}
