using Akka.Actor.Cells;
using Akka.Dispatch.SystemMessages;

namespace Akka.Actor;

/// <summary>What a child's failure leads to concerns that child alone.</summary>
/// <remarks>
/// A child is restarted at most so many times within a time span, counted from its first restart in it, and stopped
/// after that. -1 or null leave a limit out; a time span alone allows one restart within it; no retries at all means
/// that a restart is a stop.
/// </remarks>
public class OneForOneStrategy : SupervisorStrategy, IEquatable<OneForOneStrategy>
{
    private readonly RestartLimit _limit;

    /// <summary>Without a limit.</summary>
    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(RestartLimit.None, new LocalOnlyDecider(localOnlyDecider), loggingEnabled: true)
    {
    }

    /// <summary>Without a limit, and silent if so wished.</summary>
    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider, bool loggingEnabled = true)
        : this(RestartLimit.None, new LocalOnlyDecider(localOnlyDecider), loggingEnabled)
    {
    }

    /// <summary>Without a limit.</summary>
    public OneForOneStrategy(IDecider decider)
        : this(RestartLimit.None, decider, loggingEnabled: true)
    {
    }

    /// <summary>With a limit, null for none.</summary>
    public OneForOneStrategy(
        int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(
            RestartLimit.Of(maxNrOfRetries, withinTimeRange),
            new LocalOnlyDecider(localOnlyDecider),
            loggingEnabled: true)
    {
    }

    /// <summary>With a limit, null for none.</summary>
    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : this(RestartLimit.Of(maxNrOfRetries, withinTimeRange), decider, loggingEnabled: true)
    {
    }

    /// <summary>With a limit, -1 for none.</summary>
    public OneForOneStrategy(
        int maxNrOfRetries,
        int withinTimeMilliseconds,
        Func<Exception, Directive> localOnlyDecider,
        bool loggingEnabled = true)
        : this(new(maxNrOfRetries, withinTimeMilliseconds), new LocalOnlyDecider(localOnlyDecider), loggingEnabled)
    {
    }

    /// <summary>With a limit, -1 for none.</summary>
    public OneForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
        : this(new(maxNrOfRetries, withinTimeMilliseconds), decider, loggingEnabled)
    {
    }

    /// <summary>Without a limit, by the default decider.</summary>
    protected OneForOneStrategy()
        : this(DefaultDecider)
    {
    }

    private OneForOneStrategy(RestartLimit limit, IDecider decider, bool loggingEnabled)
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

    /// <summary>The same with another number of restarts.</summary>
    public OneForOneStrategy WithMaxNrOfRetries(int maxNrOfRetries) =>
        new(new RestartLimit(maxNrOfRetries, WithinTimeRangeMilliseconds), Decider, LoggingEnabled);

    /// <summary>Equal by limit and decider.</summary>
    public bool Equals(OneForOneStrategy? other) =>
        other is not null && _limit == other._limit && Equals(Decider, other.Decider);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OneForOneStrategy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_limit, Decider);

    internal override void ProcessFailure(ActorCell cell, bool restart, ChildStats failed, Exception cause)
    {
        if (restart && failed.MayRestart(_limit, cell.System.Clock))
        {
            failed.Child.SendSystemMessage(new Recreate(cause));
        }
        else
        {
            cell.Stop(failed.Child);
        }
    }

    /// <summary>Asks the decider.</summary>
    protected override Directive Handle(IActorRef child, Exception exception) => Decider.Decide(exception);
}
