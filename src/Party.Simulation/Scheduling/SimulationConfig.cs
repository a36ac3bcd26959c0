using Akka.Configuration;

namespace Party.Simulation.Scheduling;

/// <summary>What a simulated system is told unless the scenario says otherwise: nothing goes to the console.</summary>
internal static class SimulationConfig
{
    private static readonly Config Quiet = ConfigurationFactory.ParseString("""
        akka {
          loggers = []
          loglevel = WARNING
          stdout-loglevel = OFF
          log-dead-letters = off
          coordinated-shutdown.run-by-clr-shutdown-hook = off
        }
        """);

    public static Config Below(Config? config) => config is null ? Quiet : config.WithFallback(Quiet);
}
