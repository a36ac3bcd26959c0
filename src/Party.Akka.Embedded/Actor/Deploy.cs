using Akka.Configuration;

namespace Akka.Actor;

/// <summary>What an actor runs on: dispatcher, mailbox, stash. Part of props, or of akka.actor.deployment.</summary>
public sealed class Deploy : IEquatable<Deploy>
{
    /// <summary>The stash capacity that leaves the choice to the mailbox.</summary>
    public const int NoStashSize = -1;

    /// <summary>The dispatcher id that leaves the choice open.</summary>
    public static readonly string NoDispatcherGiven = "";

    /// <summary>The mailbox id that leaves the choice open.</summary>
    public static readonly string NoMailboxGiven = "";

    /// <summary>In this process, with everything left open.</summary>
    public static readonly Deploy Local = new();

    /// <summary>With everything left open.</summary>
    public static readonly Deploy None = new();

    /// <summary>With everything left open.</summary>
    public Deploy()
    {
    }

    /// <summary>The path below <c>/user</c> this is for; empty in props.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>The section of akka.actor.deployment this was read from; empty in props.</summary>
    public Config Config { get; internal init; } = Config.Empty;

    /// <summary>The id of the thread dispatcher, or <see cref="NoDispatcherGiven"/>.</summary>
    public string Dispatcher { get; internal init; } = NoDispatcherGiven;

    /// <summary>The id of the mailbox, or <see cref="NoMailboxGiven"/>.</summary>
    public string Mailbox { get; internal init; } = NoMailboxGiven;

    /// <summary>How many messages a stash holds, or <see cref="NoStashSize"/>.</summary>
    public int StashCapacity { get; internal init; } = NoStashSize;

    /// <summary>The same on another thread dispatcher.</summary>
    public Deploy WithDispatcher(string dispatcher) => With(dispatcher ?? NoDispatcherGiven, Mailbox, StashCapacity);

    /// <summary>The same with another mailbox.</summary>
    public Deploy WithMailbox(string mailbox) => With(Dispatcher, mailbox ?? NoMailboxGiven, StashCapacity);

    /// <summary>The same with another stash capacity.</summary>
    public Deploy WithStashCapacity(int stashSize) => With(Dispatcher, Mailbox, stashSize);

    /// <summary>The same, with what it leaves open taken from <paramref name="other"/>.</summary>
    public Deploy WithFallback(Deploy other) => With(
        Dispatcher.Length > 0 ? Dispatcher : other.Dispatcher,
        Mailbox.Length > 0 ? Mailbox : other.Mailbox,
        StashCapacity != NoStashSize ? StashCapacity : other.StashCapacity);

    /// <summary>Equal by all of its parts.</summary>
    public bool Equals(Deploy? other) =>
        other is not null
        && (Path, Dispatcher) == (other.Path, other.Dispatcher)
        && (Mailbox, StashCapacity) == (other.Mailbox, other.StashCapacity);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Deploy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Dispatcher, Mailbox, StashCapacity);

    private Deploy With(string dispatcher, string mailbox, int stashCapacity) => new()
    {
        Path = Path,
        Config = Config,
        Dispatcher = dispatcher,
        Mailbox = mailbox,
        StashCapacity = stashCapacity,
    };
}
