using Akka.Actor;
using Akka.Dispatch.MessageQueues;

namespace Party.Simulation.Scheduling;

/// <summary>The queue of a simulated mailbox: lets in what the engine lets through.</summary>
internal sealed class SimulatedQueue(Engine engine, IMessageQueue queue) : IMessageQueue
{
    public int Count => queue.Count;

    public bool HasMessages => queue.HasMessages;

    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        if (engine.LetsThrough(receiver, envelope))
        {
            queue.Enqueue(receiver, envelope);
        }
    }

    public bool TryDequeue(out Envelope envelope) => queue.TryDequeue(out envelope);

    public void CleanUp(IActorRef owner, IMessageQueue deadletters) => queue.CleanUp(owner, deadletters);
}
