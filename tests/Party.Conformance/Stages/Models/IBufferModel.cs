namespace Party.Conformance.Stages.Models;

/// <summary>Where a stage keeps events that nobody takes, with messages in between.</summary>
public interface IBufferModel
{
    /// <summary>What the stage says when it is asked how much it holds.</summary>
    int Estimate { get; }

    /// <summary>Puts events at the end, and adds the messages whose place was dropped.</summary>
    /// <returns>How many events were dropped.</returns>
    int Store(List<object> events, List<string> passed);

    /// <summary>Puts a message behind the last event, unless there is none.</summary>
    bool StoreUnlessEmpty(string message);

    /// <summary>Takes up to a number of events from the front, or as many as come before a message.</summary>
    /// <returns>False where there is nothing at all.</returns>
    bool Take(long count, List<object> events, List<string> passed);
}
