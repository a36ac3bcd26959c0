using Akka.Actor;
using Akka.Configuration;
using Party.Hocon;

namespace Party.Hosting.Tests;

public sealed class HostingSettingsTests() : HostTest("party.hosting { drain-deadline = 50ms, degraded-fur = 1m }")
{
    [Theory]
    [InlineData("", null, 60)]
    [InlineData("party.hosting { drain-deadline = 5s, degraded-for = 2s }", 5, 2)]
    public async Task They_are_those_of_the_system_over_the_defaults(string config, int? deadline, int degraded)
    {
        var system = ActorSystem.Create("shop", ConfigurationFactory.ParseString(config));

        var settings = HostingSettings.Of(system);
        await system.Terminate();

        Assert.Equal(
            new HostingSettings
            {
                DrainDeadline = deadline is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                DegradedFor = TimeSpan.FromSeconds(degraded),
            },
            settings);
        Assert.Equal(config.Length == 0, settings == new HostingSettings());
    }

    [Fact]
    public async Task What_is_wrong_keeps_the_host_from_starting()
    {
        using var host = HostIn(Sys, _ => []);

        var error = await Assert.ThrowsAsync<HoconException>(() => host.StartAsync());

        Assert.Equal(
            ["party.hosting.degraded-fur", "party.hosting.drain-deadline"],
            error.Errors.Select(one => one.Path).Order(StringComparer.Ordinal));
    }
}
