using Akka.Actor;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Party.Hosting;

/// <summary>Whether there is any sense in letting the process live on.</summary>
internal sealed class LiveCheck(ActorSystem system) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(system.WhenTerminated.IsCompleted
            ? HealthCheckResult.Unhealthy($"The actor system {system.Name} has ended.")
            : HealthCheckResult.Healthy());
}
