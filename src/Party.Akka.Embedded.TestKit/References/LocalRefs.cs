using Akka.Actor;
using Akka.Actor.Hosting;
using Akka.Actor.References;

namespace Akka.TestKit.References;

/// <summary>Finds the actors behind references, and all of a system.</summary>
internal static class LocalRefs
{
    /// <exception cref="ArgumentException">It is not an actor of this process.</exception>
    public static LocalActorRef Local(this IActorRef reference) =>
        reference is IInternalActorRef { Itself: LocalActorRef local }
            ? local
            : throw new ArgumentException($"Expected an actor of this process, got {reference}.", nameof(reference));

    /// <summary>The living actors of a system, one a line, indented below their parents.</summary>
    public static string Tree(this ActorSystem system) =>
        string.Join(Environment.NewLine, Lines(((EmbeddedActorSystem)system).Provider.RootGuardian, ""));

    private static IEnumerable<string> Lines(IInternalActorRef actor, string indent) =>
        actor.Children.SelectMany(child => Lines(child, indent + "  ")).Prepend($"{indent}{actor.Path.Name}");
}
