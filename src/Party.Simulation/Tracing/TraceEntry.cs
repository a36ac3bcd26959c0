using System.Globalization;

namespace Party.Simulation.Tracing;

/// <summary>One thing that happened. Becomes text only when somebody reads it.</summary>
/// <param name="Step">The number of the step, from 1; 0 before the first.</param>
/// <param name="Time">Virtual time since the beginning.</param>
/// <param name="Format">A composite format for the parts.</param>
/// <param name="First">An actor, a type or anything else with an invariant text.</param>
/// <param name="Second">Likewise.</param>
/// <param name="Third">Likewise.</param>
internal readonly record struct TraceEntry(
    long Step, TimeSpan Time, string Format, object? First = null, object? Second = null, object? Third = null)
{
    /// <summary>What happened and in which step, for a sentence.</summary>
    public string What => $"\"{Words.Trim()}\" in step {Step}";

    private string Words =>
        string.Format(CultureInfo.InvariantCulture, Format, Text(First), Text(Second), Text(Third));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Step,6} {Time:c}  {Words}");

    private static string Text(object? part) => part switch
    {
        Akka.Actor.IActorRef actor => Names.Of(actor),
        Akka.Actor.ActorPath path => Names.Of(path),
        Type type => Names.Of(type),
        null => "",
        _ => Convert.ToString(part, CultureInfo.InvariantCulture) ?? "",
    };
}
