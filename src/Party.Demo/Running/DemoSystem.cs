using Akka.Actor;
using Akka.Configuration;

namespace Party.Demo.Running;

/// <summary>The actor system that everything in the demo runs in.</summary>
internal static class DemoSystem
{
    /// <summary>Starts it.</summary>
    /// <remarks>
    /// The demo says itself what there is to say, and to whom; what goes wrong goes to the error output.
    /// </remarks>
    public static ActorSystem Start() => ActorSystem.Create("party", ConfigurationFactory.ParseString("""
        akka {
          loglevel = INFO
          stdout-loglevel = OFF
          loggers = []
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          coordinated-shutdown.run-by-clr-shutdown-hook = off
        }
        """));
}
