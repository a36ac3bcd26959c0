using System.Collections.Immutable;

namespace Party.Conformance.Partitions;

/// <summary>A partition dispatcher that a recorded script can be played to.</summary>
public interface IPartitionSubject
{
    StepRecord Subscribe(string subscription, string partition);

    StepRecord Ask(string subscription, int count);

    StepRecord Cancel(string subscription);

    StepRecord Dispatch(ImmutableArray<long> events);

    StepRecord Info(string message);
}
