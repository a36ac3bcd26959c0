using Akka.Actor;

namespace Party.Simulation.Tracing;

/// <summary>What things are called in a trace: the same in every run.</summary>
internal static class Names
{
    /// <summary>A path without address and uid; <c>nobody</c> where there is no sender.</summary>
    public static string Of(IActorRef? actor) =>
        actor is null or Nobody || actor.Path.Name == "deadLetters" ? "nobody" : Of(actor.Path);

    /// <inheritdoc cref="Of(IActorRef)"/>
    public static string Of(ActorPath path) => path.ToStringWithoutAddress();

    /// <summary>A type as it is written in C#, without namespaces.</summary>
    public static string Of(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var name = type.Name.AsSpan();
        var tick = name.IndexOf('`');
        var arguments = string.Join(", ", type.GetGenericArguments().Select(Of));
        return tick < 0 ? type.Name : $"{name[..tick]}<{arguments}>";
    }
}
