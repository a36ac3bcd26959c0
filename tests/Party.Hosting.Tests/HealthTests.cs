using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Party.Actors;
using Party.Demand.Ledgers;

namespace Party.Hosting.Tests;

public sealed class HealthTests : HostTest
{
    [Fact]
    public async Task A_host_is_ready_while_its_stages_run()
    {
        using var host = HostIn(Sys, _ => []);

        Assert.Equal(HealthStatus.Unhealthy, (await Check(host, "ready")).Status);
        await host.StartAsync();
        Assert.Equal(HealthStatus.Healthy, (await Check(host, "ready")).Status);
        await host.StopAsync();
        Assert.Equal(HealthStatus.Unhealthy, (await Check(host, "ready")).Status);
    }

    [Fact]
    public async Task A_host_is_alive_as_long_as_its_actor_system()
    {
        using var host = HostWith(new(), _ => []);
        await host.StartAsync();
        Assert.Equal(HealthStatus.Healthy, (await Check(host, "live")).Status);

        await host.Services.GetRequiredService<ActorSystem>().Terminate();

        var check = await Check(host, "live");
        Assert.Equal(
            (HealthStatus.Unhealthy, "The actor system party has ended."), (check.Status, check.Description));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_failure_degrades_the_host_for_a_while()
    {
        using var host = HostIn(Sys, system => [system.ActorOf(Consumer.Props<int>(_ => { }), "reader")]);
        await host.StartAsync();
        Assert.Equal(HealthStatus.Healthy, (await Check(host, "degraded")).Status);

        Report("akka://test/user/reader", "unreadable");
        await Degraded(host);

        var check = await Check(host, "degraded");
        Assert.Equal("akka://test/user/reader failed at 2026-01-01 00:00:00Z: unreadable", check.Description);
        Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(HealthStatus.Degraded, (await Check(host, "degraded")).Status);
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HealthStatus.Healthy, (await Check(host, "degraded")).Status);
    }

    [Fact]
    public async Task A_stage_that_failed_and_ended_degrades_the_host_for_good()
    {
        using var host = HostIn(Sys, system => [system.ActorOf(Props.Create(() => new Broken()), "reader")]);
        await host.StartAsync();

        await Degraded(host, "failed and ended");

        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HealthStatus.Degraded, (await Check(host, "degraded")).Status);
    }

    [Fact]
    public async Task What_fails_elsewhere_or_ends_well_is_no_trouble()
    {
        using var host = HostIn(Sys, system =>
        [
            system.ActorOf(Consumer.Props<int>(_ => { }), "reader"),
            system.ActorOf(Consumer.Props<int>(_ => { }), "writer"),
        ]);
        await host.StartAsync();
        var reader = await Sys.ActorSelection("/user/reader").ResolveOne(TimeSpan.FromSeconds(3));

        Report("akka://test/user/readers", "unreadable");
        Sys.Stop(reader);
        await reader.WatchAsync();
        Report("akka://test/user/writer/page", "torn");
        await Degraded(host);

        Assert.Equal(
            "akka://test/user/writer failed at 2026-01-01 00:00:00Z: torn", (await Check(host, "degraded")).Description);
    }

    [Fact]
    public async Task A_handler_that_is_overdue_degrades_the_host_for_a_while()
    {
        using var host = HostIn(Sys, system => [system.ActorOf(Consumer.Props<int>(_ => { }), "reader")]);
        await host.StartAsync();
        var reader = await Sys.ActorSelection("/user/reader").ResolveOne(TimeSpan.FromSeconds(3));

        Sys.EventStream.Publish(new BatchOverdue(
            reader, new(new(1), TestActor, new()), First: 7, Count: 3, Budget: TimeSpan.FromSeconds(5)));
        await Degraded(host, "overdue");

        Assert.Equal(
            "akka://test/user/reader was overdue at 2026-01-01 00:00:00Z: "
            + "3 events from number 7 took longer than 00:00:05 to handle.",
            (await Check(host, "degraded")).Description);
        Sys.Stop(reader);
        await reader.WatchAsync();
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HealthStatus.Healthy, (await Check(host, "degraded")).Status);
    }

    [Fact]
    public async Task Books_that_do_not_close_degrade_the_host_for_good()
    {
        using var host = HostIn(Sys, system => [system.ActorOf(Consumer.Props<int>(_ => { }), "reader")]);
        await host.StartAsync();
        var reader = await Sys.ActorSelection("/user/reader").ResolveOne(TimeSpan.FromSeconds(3));
        var books = new ProducerBooks
        {
            Received = 1,
            Owed = 0,
            Held = 0,
            Buffered = 0,
            Partitions = [],
            Discarded = [],
        };

        Sys.EventStream.Publish(new LedgerBroken(reader, new("1 event", "none"), books));
        Report("akka://test/user/reader", "stopped over it");
        Sys.Stop(reader);
        await Degraded(host, "and ended");

        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(
            "akka://test/user/reader broke a law of its books and ended at 2026-01-01 00:00:00Z: "
            + "Expected 1 event, got none.",
            (await Check(host, "degraded")).Description);
    }

    [Fact]
    public async Task A_failure_is_worse_than_a_handler_that_is_overdue()
    {
        using var host = HostIn(Sys, system => [system.ActorOf(Consumer.Props<int>(_ => { }), "reader")]);
        await host.StartAsync();
        var reader = await Sys.ActorSelection("/user/reader").ResolveOne(TimeSpan.FromSeconds(3));
        var overdue = new BatchOverdue(
            reader, new(new(1), TestActor, new()), First: 7, Count: 3, Budget: TimeSpan.FromSeconds(5));

        Report("akka://test/user/reader", "unreadable");
        Sys.EventStream.Publish(overdue);
        Report("akka://test/user/reader", "torn");
        await Degraded(host, "torn");

        Assert.Contains(" failed at ", (await Check(host, "degraded")).Description, StringComparison.Ordinal);
    }

    private void Report(string source, string message) => Sys.EventStream.Publish(
        new Akka.Event.Error(new FormatException(message), source, typeof(HealthTests), message));

    private Task Degraded(IHost host, string how = "failed") => AwaitConditionAsync(async () =>
        (await Check(host, "degraded")).Description?.Contains(how, StringComparison.Ordinal) == true);

    private sealed class Broken : Consumer<int>
    {
        public Broken() => throw new FormatException("unreadable");

        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
        }
    }
}
