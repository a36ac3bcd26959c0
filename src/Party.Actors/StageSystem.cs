using System.Runtime.CompilerServices;
using Akka.Actor;
using Party.Demand.Subscriptions;

namespace Party.Actors;

/// <summary>
/// What the stages of one actor system share: the names of subscriptions, and what outlives a restart.
/// </summary>
/// <remarks>
/// A restart makes a new actor behind the same reference. A stage's books belong to the reference, not to the actor
/// that failed, and are kept here until the stage stops, or is forgotten by everybody.
/// </remarks>
internal sealed class StageSystem : IExtension
{
    private readonly ConditionalWeakTable<IActorRef, object> _books = [];
    private long _lastSubscription;

    /// <summary>That of an actor system.</summary>
    public static StageSystem Of(ActorSystem system) => StageSystemProvider.Instance.Apply(system);

    /// <summary>A name that no subscription of this system has had.</summary>
    public SubscriptionId NextSubscription() => new(Interlocked.Increment(ref _lastSubscription));

    /// <summary>The books of a stage: those it had before its restart, or new ones.</summary>
    public TBooks BooksOf<TBooks>(IActorRef stage, Func<TBooks> open)
        where TBooks : class => (TBooks)_books.GetValue(stage, _ => open());

    /// <summary>Lets go of the books of a stage that stops.</summary>
    public void Close(IActorRef stage) => _books.Remove(stage);
}

file sealed class StageSystemProvider : ExtensionIdProvider<StageSystem>
{
    public static readonly StageSystemProvider Instance = new();

    public override StageSystem CreateExtension(ExtendedActorSystem system) => new();
}
