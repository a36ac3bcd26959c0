using Microsoft.Extensions.Logging;
using Party.Actors;

namespace Party.Hosting;

internal sealed partial class StageHost
{
    [LoggerMessage(LogLevel.Information, "Started {Count} stages in the actor system {System}.")]
    private partial void LogStarted(int count, string system);

    [LoggerMessage(LogLevel.Information, "Drained {Count} stages in {Took}.")]
    private partial void LogDrained(int count, TimeSpan took);

    [LoggerMessage(LogLevel.Information, "{Stage}")]
    private partial void LogDrained(DrainedStage stage);

    [LoggerMessage(LogLevel.Warning, "Expected a stage to hand on or handle all it had, in time, got this: {Stage}")]
    private partial void LogTrouble(DrainedStage stage);

    [LoggerMessage(
        LogLevel.Warning, "Expected the actor system {System} to end before the host's patience, got no end of it.")]
    private partial void LogStuck(string system);
}
