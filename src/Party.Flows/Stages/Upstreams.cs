using Akka.Actor;
using Party.Actors;

namespace Party.Flows.Stages;

/// <summary>What the end of an upstream stage means.</summary>
internal static class Upstreams
{
    /// <summary>Makes sure that it was no failure.</summary>
    /// <exception cref="FlowException">It was.</exception>
    public static void Check(IActorRef producer, Cancellation cancellation)
    {
        if (!cancellation.Reason.IsBenign)
        {
            throw FlowException.Ended($"{producer.Path}", cancellation.Reason.Text);
        }
    }
}
