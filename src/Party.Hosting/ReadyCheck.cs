using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Party.Hosting;

/// <summary>Whether new work is welcome.</summary>
internal sealed class ReadyCheck(StageBoard board) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(board.Phase switch
        {
            HostPhase.Starting => HealthCheckResult.Unhealthy("The stages have not started."),
            HostPhase.Running => HealthCheckResult.Healthy(),
            HostPhase.Stopping => HealthCheckResult.Unhealthy("The stages are being drained."),
            _ => throw new UnreachableException(),
        });
}
