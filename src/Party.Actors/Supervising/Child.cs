using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Actors.Supervising;

/// <summary>A child as its supervisor keeps it.</summary>
/// <param name="number">Counts the children of one supervisor.</param>
/// <param name="actor">The child.</param>
/// <param name="props">How it was made, and is made again.</param>
/// <param name="name">The name that was asked for.</param>
/// <param name="origin">What it was started for; the owner's own.</param>
internal sealed class Child(long number, IActorRef actor, Props props, string? name, object? origin)
{
    private readonly List<IActorRef> _enders = [];

    /// <summary>Counts the children of one supervisor.</summary>
    public long Number => number;

    /// <summary>The child.</summary>
    public IActorRef Actor => actor;

    /// <summary>How it was made, and is made again.</summary>
    public Props Props => props;

    /// <summary>The name that was asked for.</summary>
    public string? Name => name;

    /// <summary>What it was started for; the owner's own.</summary>
    public object? Origin => origin;

    /// <summary>Whether it is one of Party's supervisors.</summary>
    public bool IsSupervisor { get; } = typeof(IChildSupervisor).IsAssignableFrom(props.Type);

    /// <summary>Who waits to hear that it has started.</summary>
    public IActorRef? Starter { get; set; }

    /// <summary>The number of the last question that it was asked, whether it is there.</summary>
    public long Check { get; set; }

    /// <summary>Whether it has been heard of.</summary>
    public bool HasStarted { get; set; }

    /// <summary>Whether it is being made anew.</summary>
    public bool IsRestarting { get; set; }

    /// <summary>Whether it is to end and not to come back.</summary>
    public bool IsStopping { get; set; }

    /// <summary>Whether its time to end by itself was over, or there was none.</summary>
    public bool IsOverdue { get; set; }

    /// <summary>What it ends of, where that is a failure.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Why it never came to be, if so.</summary>
    public Exception? StartFailure => HasStarted ? null : Failure;

    /// <summary>What calls off its deadline.</summary>
    public ICancelable? Deadline { get; set; }

    /// <summary>Who waits to hear that it has ended.</summary>
    public IReadOnlyList<IActorRef> Enders => _enders;

    /// <summary>What it is at.</summary>
    public ChildState State => this switch
    {
        { IsStopping: true } => ChildState.Stopping,
        { IsRestarting: true } => ChildState.Restarting,
        { HasStarted: true } => ChildState.Running,
        _ => ChildState.Starting,
    };

    /// <summary>Whether it is there, for all that is known.</summary>
    public bool IsActive => HasStarted && !IsRestarting;

    /// <summary>Lets one more know when it has ended.</summary>
    public void TellEnd(IActorRef ender) => _enders.Add(ender);
}
