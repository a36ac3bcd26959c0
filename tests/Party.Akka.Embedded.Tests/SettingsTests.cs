namespace Akka.Embedded.Tests;

public sealed class SettingsTests() : QuietKit(
    "akka { home = here, logger-async-start = on, actor.debug { receive = on, fsm = on, log-timers = on } }")
{
    [Fact]
    public void They_say_what_the_configuration_says()
    {
        var settings = Sys.Settings;

        Assert.Equal("here", settings.Home);
        Assert.True(settings.LoggerAsyncStart);
        Assert.True(settings.AddLoggingReceive);
        Assert.True(settings.FsmDebugEvent);
        Assert.True(settings.DebugTimerScheduler);
    }

    [Fact]
    public void What_is_left_out_is_as_everywhere()
    {
        var settings = Sys.Settings;

        Assert.Equal("0.0.1 Akka", settings.ConfigVersion);
        Assert.Equal("Akka.Actor.LocalActorRefProvider", settings.ProviderClass);
        Assert.Equal(TimeSpan.FromSeconds(20), settings.CreationTimeout);
        Assert.Equal(TimeSpan.FromSeconds(10), settings.UnstartedPushTimeout);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.SchedulerShutdownTimeout);
        Assert.True(settings.LogSerializerOverrideOnStart);
        Assert.False(settings.HasCluster);
        Assert.False(settings.SerializeAllMessages);
        Assert.False(settings.SerializeAllCreators);
        Assert.False(settings.EmitActorTelemetry);
        Assert.False(settings.DebugRouterMisconfiguration);
    }
}
