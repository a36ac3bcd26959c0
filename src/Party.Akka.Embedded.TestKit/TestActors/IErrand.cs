using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Something that a test has done inside its test actor.</summary>
internal interface IErrand
{
    void Run(IActorContext context);
}
