using Akka.Actor;
using Akka.Configuration;

namespace Akka.TestKit.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Reference_configuration_states_the_defaults()
    {
        var settings = new TestKitSettings(Xunit2.TestKit.DefaultConfig);

        Assert.Equal(TimeSpan.FromSeconds(3), settings.SingleExpectDefault);
        Assert.Equal(TimeSpan.FromSeconds(3), settings.TestEventFilterLeeway);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.DefaultTimeout);
        Assert.Equal(1, settings.TestTimeFactor);
        Assert.False(settings.LogTestKitCalls);
    }

    [Fact]
    public void System_made_elsewhere_gets_the_kits_settings_too()
    {
        var system = ActorSystem.Create("elsewhere", ConfigurationFactory.ParseString(
            """
            akka.loglevel = OFF
            akka.stdout-loglevel = OFF
            akka.test.single-expect-default = 20ms
            """));
        using var kit = new Xunit2.TestKit(system);

        Assert.Equal(TimeSpan.FromMilliseconds(20), kit.TestKitSettings.SingleExpectDefault);
        Assert.Equal(TimeSpan.FromSeconds(5), kit.TestKitSettings.DefaultTimeout);
        kit.TestActor.Tell("hello", kit.TestActor);
        kit.ExpectMsg("hello");
    }

    [Fact]
    public void System_ends_with_its_kit()
    {
        var kit = new Xunit2.TestKit("akka.loglevel = OFF, akka.stdout-loglevel = OFF");

        kit.Dispose();

        Assert.True(kit.Sys.WhenTerminated.IsCompleted);
    }

    [Fact]
    public void Received_messages_are_logged_on_request()
    {
        using var kit = new Xunit2.TestKit("akka { loglevel = DEBUG, stdout-loglevel = OFF, test.testkit.debug = on }");

        kit.EventFilter.Debug(start: "Received message after").ExpectOne(() =>
        {
            kit.TestActor.Tell("hello", kit.TestActor);
            kit.ExpectMsg("hello");
        });
    }
}
