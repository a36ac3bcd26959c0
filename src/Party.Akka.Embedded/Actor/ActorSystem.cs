using System.Diagnostics.CodeAnalysis;
using Akka.Actor.Hosting;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>A tree of actors with its threads, clock and configuration. One per application is the rule.</summary>
/// <remarks>
/// Top-level actors live below <c>/user</c>, those of the runtime below <c>/system</c>. Safe for use by any thread.
/// </remarks>
public abstract class ActorSystem : IActorRefFactory, IDisposable
{
    private protected ActorSystem()
    {
    }

    /// <summary>Letters, digits and dashes, not starting with a dash.</summary>
    public abstract string Name { get; }

    /// <summary>The configuration, in the form the runtime uses.</summary>
    public abstract Settings Settings { get; }

    /// <summary>Where events are published: dead letters, unhandled messages, log events and one's own.</summary>
    public abstract EventStream EventStream { get; }

    /// <summary>Where messages go that reach nobody.</summary>
    public abstract IActorRef DeadLetters { get; }

    /// <summary>A reference that swallows every message: for whoever does not want a reply.</summary>
    public abstract IActorRef IgnoreRef { get; }

    /// <summary>Logs in the name of the system.</summary>
    public abstract ILoggingAdapter Log { get; }

    /// <summary>The thread dispatchers, by id.</summary>
    public abstract Dispatchers Dispatchers { get; }

    /// <summary>The kinds of mailbox, by id.</summary>
    public abstract Mailboxes Mailboxes { get; }

    /// <summary>Does things later.</summary>
    public abstract IScheduler Scheduler { get; }

    /// <summary>Completes when all actors have ended and all termination callbacks have run.</summary>
    public abstract Task WhenTerminated { get; }

    /// <summary>When the system was started, by its scheduler's monotonic clock.</summary>
    public TimeSpan StartTime { get; private protected init; }

    /// <summary>How long the system has been running, by its scheduler's monotonic clock.</summary>
    public TimeSpan Uptime => Scheduler.MonotonicClock - StartTime;

    /// <summary>Starts a system with the configuration of the application, if it has one, over the defaults.</summary>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public static ActorSystem Create(string name) => Create(name, ConfigurationFactory.Load());

    /// <summary>Starts a system with <paramref name="config"/> over the defaults.</summary>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    /// <exception cref="ArgumentNullException">There is no configuration.</exception>
    public static ActorSystem Create(string name, Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return Create(name, config, new ProcessParts());
    }

    /// <summary>Starts a system as <paramref name="setup"/> says.</summary>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public static ActorSystem Create(string name, BootstrapSetup setup) => Create(name, setup.ResolveConfig());

    /// <summary>Stops all actors and waits for the end of the system.</summary>
    public void Dispose()
    {
        Await(Terminate());
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public abstract IActorRef ActorOf(Props props, string? name = null);

    /// <inheritdoc/>
    public abstract ActorSelection ActorSelection(ActorPath actorPath);

    /// <inheritdoc/>
    public abstract ActorSelection ActorSelection(string actorPath);

    /// <summary>Stops an actor: after the message in hand, without the ones that wait.</summary>
    public abstract void Stop(IActorRef actor);

    /// <summary>Runs the coordinated shutdown: it stops all actors and then runs the termination callbacks.</summary>
    /// <returns>Ends with the shutdown, or with the system where that is switched off.</returns>
    public abstract Task Terminate();

    /// <summary>Runs <paramref name="code"/> when all actors have ended; the last one registered first.</summary>
    /// <exception cref="InvalidOperationException">The system has terminated.</exception>
    public abstract void RegisterOnTermination(Action code);

    /// <summary>The extension of that id, made now if it is the first time.</summary>
    public abstract object RegisterExtension(IExtensionId extension);

    /// <summary>The extension of that id; null where it is not registered.</summary>
    public abstract object? GetExtension(IExtensionId extensionId);

    /// <summary>The extension of that type; null where none is registered.</summary>
    public abstract T? GetExtension<T>()
        where T : class, IExtension;

    /// <summary>Whether an extension of that type is registered.</summary>
    public abstract bool HasExtension(Type type);

    /// <summary>Whether an extension of that type is registered.</summary>
    public abstract bool HasExtension<T>()
        where T : class, IExtension;

    /// <summary>The extension of that type, if one is registered.</summary>
    public abstract bool TryGetExtension(Type extensionType, [NotNullWhen(true)] out object? extension);

    /// <summary>The extension of that type, if one is registered.</summary>
    public abstract bool TryGetExtension<T>([NotNullWhen(true)] out T? extension)
        where T : class, IExtension;

    // Keeps the calling thread until the task has ended.
    private protected abstract void Await(Task task);

    internal static EmbeddedActorSystem Create(string name, Config config, RuntimeParts parts)
    {
        var system = new EmbeddedActorSystem(name, config, parts);
        system.Start();
        return system;
    }
}
