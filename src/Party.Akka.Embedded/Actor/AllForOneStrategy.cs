using Akka.Actor.Cells;
using Akka.Dispatch.SystemMessages;

namespace Akka.Actor;

/// <summary>What a child's failure leads to concerns all siblings; only a resume is for the failed one alone.</summary>
/// <remarks>
/// A child is restarted at most so many times within a time span, counted from its first restart in it, and stopped
/// after that. -1 or null leave a limit out; a time span alone allows one restart within it; no retries at all means
/// that a restart is a stop.
/// </remarks>
public class AllForOneStrategy : SupervisorStrategy, IEquatable<AllForOneStrategy>
{
    private readonly RestartLimit _limit;

    /// <summary>Without a limit.</summary>
    public AllForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(RestartLimit.None, new LocalOnlyDecider(localOnlyDecider), loggingEnabled: true)
    {
    }

    /// <summary>Without a limit.</summary>
    public AllForOneStrategy(IDecider decider)
        : this(RestartLimit.None, decider, loggingEnabled: true)
    {
    }

    /// <summary>With a limit, null for none.</summary>
    public AllForOneStrategy(
        int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(
            RestartLimit.Of(maxNrOfRetries, withinTimeRange),
            new LocalOnlyDecider(localOnlyDecider),
            loggingEnabled: true)
    {
    }

    /// <summary>With a limit, null for none.</summary>
    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : this(RestartLimit.Of(maxNrOfRetries, withinTimeRange), decider, loggingEnabled: true)
    {
    }

    /// <summary>With a limit, -1 for none.</summary>
    public AllForOneStrategy(
        int maxNrOfRetries,
        int withinTimeMilliseconds,
        Func<Exception, Directive> localOnlyDecider,
        bool loggingEnabled = true)
        : this(new(maxNrOfRetries, withinTimeMilliseconds), new LocalOnlyDecider(localOnlyDecider), loggingEnabled)
    {
    }

    /// <summary>With a limit, -1 for none.</summary>
    public AllForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
        : this(new(maxNrOfRetries, withinTimeMilliseconds), decider, loggingEnabled)
    {
    }

    /// <summary>Without a limit, by the default decider.</summary>
    protected AllForOneStrategy()
        : this(DefaultDecider)
    {
    }

    private AllForOneStrategy(RestartLimit limit, IDecider decider, bool loggingEnabled)
    {
        _limit = limit;
        Decider = decider;
        LoggingEnabled = loggingEnabled;
    }

    /// <summary>How many restarts are allowed; -1 for any number.</summary>
    public int MaxNumberOfRetries => _limit.Retries;

    /// <summary>The time span in which they are counted, in milliseconds; -1 for all time.</summary>
    public int WithinTimeRangeMilliseconds => _limit.WindowMilliseconds;

    /// <inheritdoc/>
    public override IDecider Decider { get; }

    /// <summary>Equal by limit and decider.</summary>
    public bool Equals(AllForOneStrategy? other) =>
        other is not null && _limit == other._limit && Equals(Decider, other.Decider);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AllForOneStrategy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_limit, Decider);

    internal override void ProcessFailure(ActorCell cell, bool restart, ChildStats failed, Exception cause)
    {
        var children = cell.Children.All;
        var mayRestart = restart && children.All(child => child.MayRestart(_limit, cell.System.Clock));
        foreach (var stats in children)
        {
            if (!mayRestart)
            {
                cell.Stop(stats.Child);
                continue;
            }

            if (stats != failed)
            {
                stats.Child.SendSystemMessage(new Suspend());
            }

            stats.Child.SendSystemMessage(new Recreate(cause));
        }
    }

    /// <summary>Asks the decider.</summary>
    protected override Directive Handle(IActorRef child, Exception exception) => Decider.Decide(exception);
}
