using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class DamagedConfigurationTests
{
    // The only logger of the only system of these tests tells it what was logged.
    private static readonly TaskCompletionSource<string> Told = new();

    [Fact]
    public async Task A_damaged_configuration_is_told_at_the_start()
    {
        var loggers = $"akka.stdout-loglevel = OFF\nakka.loggers = [\"{typeof(Teller).AssemblyQualifiedName}\"]\n";
        var system = ActorSystem.Create(
            "damaged", ConfigurationFactory.ParseString(loggers + "akka.loglevel = WARNING\n}\nakka.loglevel = OFF"));

        var told = await Told.Task.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.EndsWith("): Expected a key or the end of the text, got '}'.", told, StringComparison.Ordinal);
        await system.Terminate();
    }

    public sealed class Teller : ReceiveActor
    {
        public Teller()
        {
            Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
            Receive<Warning>(warning => Told.TrySetResult($"{warning.Message}"));
        }
    }
}
