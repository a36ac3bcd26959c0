using Microsoft.Extensions.DependencyInjection;

namespace Party.Hosting;

/// <summary>Health checks of a host that has stages.</summary>
public static class PartyHealthExtensions
{
    /// <summary>
    /// Adds three checks, each with a tag to choose it by: <c>party-live</c> (tag <c>live</c>) is unhealthy once the
    /// actor system has ended, <c>party-ready</c> (<c>ready</c>) unless the stages have started and are not being
    /// drained; <c>party-degraded</c> (<c>degraded</c>) is degraded while a stage failed lately, or failed and ended.
    /// </summary>
    public static IHealthChecksBuilder AddParty(this IHealthChecksBuilder builder) => builder
        .AddCheck<LiveCheck>("party-live", tags: ["live"])
        .AddCheck<ReadyCheck>("party-ready", tags: ["ready"])
        .AddCheck<DegradedCheck>("party-degraded", tags: ["degraded"]);
}
