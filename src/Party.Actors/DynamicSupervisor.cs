using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Supervising;

namespace Party.Actors;

/// <summary>Supervises children that are started on demand, by message.</summary>
/// <remarks>
/// <para>
/// It takes <see cref="StartChild"/>, <see cref="TerminateChild"/>, <see cref="WhichChildren"/>,
/// <see cref="CountChildren"/> and <see cref="ShutDown"/>; <see cref="SupervisorExtensions"/> asks them.
/// </para>
/// <para>
/// <see cref="ShutDown"/> asks every child to end after what is in its mailbox, all at once, and gives them
/// <see cref="SupervisorOptions.ShutdownTimeout"/> for it. A <see cref="PoisonPill"/> or a stop is Akka's own end:
/// every child ends after the message at hand. Neither can break off a handler that is at work, and no supervisor has
/// ended before all of its children have.
/// </para>
/// </remarks>
public sealed class DynamicSupervisor : UntypedActor, IChildSupervisor
{
    private readonly ChildKeeper _children;

    /// <summary>A supervisor without children; <see cref="Props(DynamicSupervisorOptions?)"/> makes it.</summary>
    public DynamicSupervisor(DynamicSupervisorOptions options) =>
        _children = new(Context, options, options.Restart) { MaxChildren = options.MaxChildren ?? int.MaxValue };

    /// <summary>A supervisor with options, or with the default ones.</summary>
    public static Props Props(DynamicSupervisorOptions? options = null)
    {
        var given = options ?? new();
        return Akka.Actor.Props.Create(() => new DynamicSupervisor(given));
    }

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        if (!_children.TryReceive(message, Sender))
        {
            Unhandled(message);
        }
    }

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => _children.Strategy;
}
