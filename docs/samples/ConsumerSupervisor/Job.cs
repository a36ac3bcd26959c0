using Akka.Actor;

namespace Party.Samples.ConsumerSupervisor;

/// <summary>Does one job, and ends.</summary>
/// <param name="number">The event that it was started for.</param>
/// <param name="output">Where it prints to.</param>
public sealed class Job(int number, TextWriter output) : ReceiveActor
{
    // It is done before the first message, which may be its supervisor's to end.
    protected override void PreStart()
    {
        output.WriteLine($"{Context.Parent.Path.Name}: job {number} done");
        Context.Stop(Self);
    }
}
