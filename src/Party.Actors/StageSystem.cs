using System.Runtime.CompilerServices;
using Akka.Actor;
using Party.Actors.Configuring;
using Party.Actors.Draining;
using Party.Actors.Producing;
using Party.Demand.Subscriptions;

namespace Party.Actors;

/// <summary>
/// What the stages of one actor system share: their settings, the names of subscriptions, and what outlives a restart.
/// </summary>
/// <remarks>
/// <para>
/// An extension of the actor system, made with its first stage or by <see cref="PartyExtensions.Party"/>. To have the
/// settings checked as the system starts: <c>akka.extensions = ["Party.Actors.StageSystemProvider, Party.Actors"]</c>.
/// Safe for use by any thread.
/// </para>
/// <para>
/// A restart makes a new actor behind the same reference. A stage's books belong to the reference, not to the actor
/// that failed, and are kept here until the stage stops, or is forgotten by everybody.
/// </para>
/// </remarks>
public sealed class StageSystem : IExtension
{
    private readonly ConditionalWeakTable<IActorRef, object> _books = [];
    private readonly ConditionalWeakTable<IActorRef, Departure> _departures = [];
    private readonly DeploymentFaults _faults;
    private readonly IActorRef _nobody;
    private long _lastSubscription;

    internal StageSystem(ActorSystem system)
    {
        Settings = StageSettings.Of(system);
        _faults = DeploymentFaults.In(system);
        _nobody = system.DeadLetters;
    }

    /// <summary>The settings of stages in the actor system's configuration.</summary>
    /// <remarks>
    /// They are those of the system's start. <c>party.stages</c> there replaces the defaults of every section.
    /// </remarks>
    public StageSettings Settings { get; }

    /// <summary>The same props on the thread dispatcher and with the mailbox that a section names.</summary>
    /// <param name="props">Those of a stage, or of any other actor.</param>
    /// <param name="path">
    /// The stage's section in the system's configuration, such as <c>my-app.orders</c>. It may be read as the options
    /// of a producer or a subscription too, and hold other sections.
    /// </param>
    /// <exception cref="Hocon.HoconException">The section is not what it should be, or there is no such thread
    /// dispatcher or mailbox.</exception>
    public Props Deploy(Props props, string path) => Settings.Deployment(path, _faults).Apply(props);

    /// <summary>
    /// Lets a producing stage of this process publish what is going on in it, until the watch is disposed of.
    /// </summary>
    /// <param name="stage">A producer, or a producer-consumer. It goes on across restarts.</param>
    public StageWatch Watch(IActorRef stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        var watch = new StageWatch(stage);
        stage.Tell(new BeginWatch(watch), _nobody);
        return watch;
    }

    /// <summary>That of an actor system.</summary>
    internal static StageSystem Of(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return StageSystemProvider.Instance.Apply(system);
    }

    /// <summary>A name that no subscription of this system has had.</summary>
    internal SubscriptionId NextSubscription() => new(Interlocked.Increment(ref _lastSubscription));

    /// <summary>The books of a stage: those it had before its restart, or new ones.</summary>
    internal TBooks BooksOf<TBooks>(IActorRef stage, Func<TBooks> open)
        where TBooks : class => (TBooks)_books.GetValue(stage, _ => open());

    /// <summary>Lets go of the books of a stage that stops.</summary>
    internal void Close(IActorRef stage) => _books.Remove(stage);

    /// <summary>A stage's pipeline is being drained, which a restart of the stage does not change.</summary>
    internal Departure Depart(IActorRef stage) => _departures.GetOrCreateValue(stage);

    /// <summary>How far a stage has come with that; null where its pipeline is not being drained.</summary>
    internal Departure? DepartureOf(IActorRef stage) => _departures.TryGetValue(stage, out var one) ? one : null;
}
