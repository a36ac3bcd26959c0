using Akka.Actor;
using Akka.Configuration;

namespace Akka.Embedded.Tests.Configuration;

/// <summary>What programs written for Akka.NET find among the defaults, and what the runtime makes of it.</summary>
public sealed class DefaultSettingsTests
{
    private const string Silent = "akka.loglevel = OFF\nakka.stdout-loglevel = OFF\n";

    [Fact]
    public void The_defaults_are_those_of_akka_net()
    {
        var defaults = ConfigurationFactory.Default();

        Assert.Equal("0.0.1 Akka", defaults.GetString("akka.version"));
        Assert.Equal("Akka.Actor.LocalActorRefProvider", defaults.GetString("akka.actor.provider"));
        Assert.Equal("Akka.Actor.HashedWheelTimerScheduler", defaults.GetString("akka.scheduler.implementation"));
        Assert.Equal(TimeSpan.FromSeconds(20), defaults.GetTimeSpan("akka.actor.creation-timeout"));
        Assert.Equal(TimeSpan.FromSeconds(10), defaults.GetTimeSpan("akka.actor.unstarted-push-timeout"));
        Assert.Equal(TimeSpan.FromMilliseconds(10), defaults.GetTimeSpan("akka.scheduler.tick-duration"));
    }

    [Theory]
    [InlineData("akka.scheduler.implementation = Akka.Actor.HashedWheelTimerScheduler")]
    [InlineData("akka.scheduler.implementation = \"Akka.Actor.HashedWheelTimerScheduler, Akka\"")]
    [InlineData("akka.actor.provider = local")]
    [InlineData("akka.actor.provider = \"Akka.Actor.LocalActorRefProvider, Akka\"")]
    public async Task Names_of_akka_nets_own_parts_stand_for_the_runtimes(string setting)
    {
        var system = ActorSystem.Create("stage", ConfigurationFactory.ParseString(Silent + setting));
        var source = new TaskCompletionSource();

        system.Scheduler.Advanced.ScheduleOnce(TimeSpan.Zero, source.SetResult);
        await source.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await system.Terminate().WaitAsync(TimeSpan.FromSeconds(10));

        Assert.True(source.Task.IsCompletedSuccessfully);
    }
}
