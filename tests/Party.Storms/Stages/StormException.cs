using Akka.Actor;

namespace Party.Storms.Stages;

/// <summary>What a stage throws when it is told to.</summary>
internal sealed class StormException(string stage, Directive then) : Exception($"{stage} was told to fail")
{
    /// <summary>What its supervisor is to do.</summary>
    public Directive Then => then;
}
