using Akka.Actor;

namespace Party.Actors;

/// <summary>What a stage answers to a question for another kind of stage.</summary>
internal static class WrongRole
{
    public static InvalidOperationException OnlyProduces(IActorRef stage) =>
        new($"Expected a consumer, got {stage.Path}, which only produces. Ask a consumer to subscribe.");

    public static InvalidOperationException OnlyConsumes(IActorRef stage) =>
        new($"Expected a producer, got {stage.Path}, which only consumes. It has no demand to forward, and no partitions.");
}
