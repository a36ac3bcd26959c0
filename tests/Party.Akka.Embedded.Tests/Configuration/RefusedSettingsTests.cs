using Akka.Actor;
using Akka.Configuration;

namespace Akka.Embedded.Tests.Configuration;

/// <summary>What programs written for Akka.NET find among the defaults, and what the runtime makes of it.</summary>
public sealed class RefusedSettingsTests
{
    private const string Silent = "akka.loglevel = OFF\nakka.stdout-loglevel = OFF\n";

    [Theory]
    [InlineData("cluster")]
    [InlineData("Akka.Remote.RemoteActorRefProvider, Akka.Remote")]
    public void Any_other_provider_is_refused(string provider)
    {
        var config = ConfigurationFactory.ParseString($"{Silent}akka.actor.provider = \"{provider}\"");

        var error = Assert.Throws<ConfigurationException>(() => ActorSystem.Create("stage", config));

        Assert.Contains($"got \"{provider}\"", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("akka.actor.serialize-messages")]
    [InlineData("akka.actor.serialize-creators")]
    [InlineData("akka.actor.telemetry.enabled")]
    public void What_the_runtime_cannot_do_is_refused(string path)
    {
        var config = ConfigurationFactory.ParseString($"{Silent}{path} = on");

        var error = Assert.Throws<ConfigurationException>(() => ActorSystem.Create("stage", config));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_other_scheduler_has_to_be_a_type()
    {
        var config = ConfigurationFactory.ParseString($"{Silent}akka.scheduler.implementation = \"No.Such\"");

        Assert.Throws<ConfigurationException>(() => ActorSystem.Create("stage", config));
    }
}
