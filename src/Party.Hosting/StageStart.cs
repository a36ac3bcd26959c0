using Akka.Actor;

namespace Party.Hosting;

/// <summary>What one call of AddParty starts.</summary>
internal sealed record StageStart(Func<ActorSystem, IServiceProvider, IEnumerable<IActorRef>> Start);
