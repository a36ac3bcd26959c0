using Akka.Actor;
using Akka.Actor.Cells;
using Akka.Actor.Hosting;
using Akka.Dispatch.Executing;
using Akka.Dispatch.MessageQueues;

namespace Party.Simulation.Scheduling;

/// <summary>The surroundings of a simulated system: one thread, a virtual clock, seeded chance.</summary>
internal sealed class SimulatedParts(Engine engine, Random chance) : RuntimeParts
{
    private readonly SimulatedExecutor _threads = new(engine, "work for a dispatcher");
    private readonly SimulatedExecutor _completions = new(engine, "end of a task");

    public override TimeProvider Clock => engine.Clock;

    public override Executor Completions => _completions;

    public override Executor SharedThreads(string dispatcherId) => _threads;

    public override Executor OwnThreads(string dispatcherId, int count) => _threads;

    public override IMessageQueue Queue(IActorRef owner, IMessageQueue? configured)
    {
        if (configured is BoundedMessageQueue bounded)
        {
            // Nobody could make room while the only thread waits for it: the sender's patience is over at once.
            bounded.PushTimeOut = TimeSpan.Zero;
        }

        return new SimulatedQueue(engine, configured ?? new UnboundedMessageQueue());
    }

    public override bool Wait(Task task, TimeSpan timeout, CancellationToken cancellation)
    {
        engine.RunUntil(() => task.IsCompleted || cancellation.IsCancellationRequested, timeout);
        cancellation.ThrowIfCancellationRequested();
        return task.IsCompleted;
    }

    // Whoever waits lets the simulation run: there is nobody else to do it.
    public override ValueTask<bool> WaitAsync(Task task, TimeSpan timeout, CancellationToken cancellation) =>
        new(Wait(task, timeout, cancellation));

    public override void Piping(Task task, ICanTell recipient) => engine.Pipes.Add(task, recipient);

    public override void Continuing(ActorCell cell) => engine.Continuing(cell);

    public override long TimerOrder(long sequence) => chance.NextInt64();

    // The trace of a seed is the same in every process, and so are the paths that user code may print.
    public override long FirstUid() => 1;

    public override double Chance() => chance.NextDouble();
}
