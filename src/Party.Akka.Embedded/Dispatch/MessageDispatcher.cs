using Akka.Actor.Cells;
using Akka.Dispatch.Mailing;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>A thread dispatcher: decides which threads run its actors' mailboxes, and how long in one go.</summary>
public abstract class MessageDispatcher
{
    /// <summary>The throughput of a dispatcher that was not configured.</summary>
    public const int DefaultThroughput = 100;

    private long _inhabitants;

    /// <summary>A dispatcher as <paramref name="configurator"/> describes it.</summary>
    protected MessageDispatcher(MessageDispatcherConfigurator configurator) => Configurator = configurator;

    /// <summary>Where this dispatcher comes from.</summary>
    public MessageDispatcherConfigurator Configurator { get; }

    /// <summary>The path of its section in the configuration.</summary>
    public string Id { get; protected set; } = "";

    /// <summary>How many messages an actor handles at most before another one has its turn.</summary>
    public int Throughput { get; set; } = DefaultThroughput;

    /// <summary>How long an actor goes on at most, in ticks; null where only <see cref="Throughput"/> counts.</summary>
    public long? ThroughputDeadlineTime { get; protected set; }

    /// <summary>The event stream of the system.</summary>
    public EventStream EventStream => Configurator.Prerequisites.EventStream;

    /// <summary>The kinds of mailbox of the system.</summary>
    public Mailboxes Mailboxes => Configurator.Prerequisites.Mailboxes;

    /// <summary>How many actors live on this dispatcher.</summary>
    protected long Inhabitants => Interlocked.Read(ref _inhabitants);

    /// <summary>Runs something on the threads of this dispatcher.</summary>
    public void Schedule(Action run) => ExecuteTask(new ActionRunnable(run));

    /// <summary>Runs something on the threads of this dispatcher.</summary>
    public void Schedule(IRunnable run) => ExecuteTask(run);

    /// <summary>The one place where a mailbox that has something to do is handed to threads.</summary>
    internal void Execute(Mailbox mailbox) => ExecuteTask(mailbox);

    internal void Attach(ActorCell cell) => Interlocked.Increment(ref _inhabitants);

    internal void Detach(ActorCell cell)
    {
        if (Interlocked.Decrement(ref _inhabitants) == 0)
        {
            Shutdown();
        }
    }

    /// <summary>Runs <paramref name="run"/> on a thread of this dispatcher.</summary>
    protected abstract void ExecuteTask(IRunnable run);

    /// <summary>Lets go of threads when the last actor has left. Another one may still come.</summary>
    protected abstract void Shutdown();
}
