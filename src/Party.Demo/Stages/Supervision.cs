using Akka.Actor;
using Party.Demo.Settings;

namespace Party.Demo.Stages;

/// <summary>The Party's way to supervise: whoever fails is restarted, as often as the settings allow.</summary>
internal static class Supervision
{
    public static SupervisorStrategy Restarting(RestartLimits limits) => new OneForOneStrategy(
        limits.MaxRestarts,
        (int)Math.Min(limits.Within.TotalMilliseconds, int.MaxValue),
        error => error is ActorInitializationException ? Directive.Stop : Directive.Restart,
        loggingEnabled: false);
}
