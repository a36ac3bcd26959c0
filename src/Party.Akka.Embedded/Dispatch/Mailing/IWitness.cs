using Akka.Actor;
using Akka.Actor.Cells;

namespace Akka.Dispatch.Mailing;

/// <summary>Sees every message just before an actor does, and says what becomes of it.</summary>
internal interface IWitness
{
    Treatment Judge(ActorCell cell, Envelope envelope);
}
