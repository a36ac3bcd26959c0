using System.Collections.Immutable;
using System.Text.Json;

namespace Party.Conformance.Dispatchers;

/// <summary>A dispatcher that a recorded script can be played to.</summary>
public interface IDispatcherSubject
{
    StepRecord Subscribe(string subscription, string process, JsonElement options);

    StepRecord Ask(string subscription, int count);

    StepRecord Cancel(string subscription);

    StepRecord Dispatch(ImmutableArray<object> events);

    StepRecord Info(string message);
}
