using Microsoft.Extensions.Logging;

namespace Party.Hosting;

internal sealed partial class StageHost
{
    [LoggerMessage(LogLevel.Information, "Started {Count} stages in the actor system {System}.")]
    private partial void LogStarted(int count, string system);

    [LoggerMessage(
        LogLevel.Information,
        "Drained {Stage}. Of {Received} events, {Handled} were handled, {Left} are left, {Discarded} were discarded.")]
    private partial void LogDrained(string stage, long received, long handled, long left, long discarded);

    [LoggerMessage(LogLevel.Information, "{Stage} had ended when it was drained.")]
    private partial void LogEnded(string stage);

    [LoggerMessage(
        LogLevel.Warning,
        "Expected {Stage} to hand on what it has within {Deadline}, got no end of it. It is stopped with what it has.")]
    private partial void LogAbandoned(string stage, TimeSpan deadline);

    [LoggerMessage(
        LogLevel.Warning, "Expected the actor system {System} to end before the host's patience, got no end of it.")]
    private partial void LogStuck(string system);
}
