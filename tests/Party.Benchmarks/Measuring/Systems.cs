using Akka.Actor;
using Akka.Configuration;

namespace Party.Benchmarks.Measuring;

/// <summary>Starts actor systems that print nothing but errors.</summary>
internal static class Systems
{
    public static ActorSystem Start(string settings = "") => ActorSystem.Create(
        "benchmark", ConfigurationFactory.ParseString($"akka.loglevel = ERROR\nakka.stdout-loglevel = ERROR\n{settings}"));
}
