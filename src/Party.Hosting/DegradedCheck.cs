using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Party.Hosting;

/// <summary>Whether a stage failed or was overdue lately, or ended by a failure.</summary>
internal sealed class DegradedCheck(StageBoard board) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(board.Troubles() is { Count: > 0 } troubles
            ? HealthCheckResult.Degraded(string.Join('\n', troubles))
            : HealthCheckResult.Healthy());
}
