using Akka.Actor;
using Akka.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Hosting.Tests;

/// <summary>Hosts whose stages do not come to an end. Time goes by when the test says so.</summary>
public sealed class StoppingTests : HostTest
{
    private const string Numbers = "/user/numbers";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public StoppingTests()
        : base("""
            akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
            party.hosting.drain-deadline = 2s
            """)
    {
    }

    [Fact]
    public async Task What_is_on_its_way_at_the_deadline_is_abandoned_and_named()
    {
        using var release = new ManualResetEventSlim();
        using var host = await StartStalled(release);

        var stopping = host.StopAsync();
        Assert.False(stopping.IsCompleted);
        await Late(stopping);
        release.Set();

        AssertNamed();
    }

    [Fact]
    public async Task A_host_without_patience_abandons_at_once_and_says_so_too()
    {
        using var release = new ManualResetEventSlim();
        using var host = await StartStalled(release);

        await Late(host.StopAsync(new CancellationToken(canceled: true)));
        release.Set();

        AssertNamed();
    }

    [Fact]
    public async Task A_host_whose_patience_ends_abandons_what_is_left()
    {
        using var release = new ManualResetEventSlim();
        using var enough = new CancellationTokenSource();
        using var host = await StartStalled(release);

        var stopping = host.StopAsync(enough.Token);
        Assert.False(stopping.IsCompleted);
        await enough.CancelAsync();
        await Late(stopping);
        release.Set();

        AssertNamed();
    }

    [Fact]
    public async Task An_actor_that_is_no_stage_is_said_and_left_alone()
    {
        using var host = HostIn(Sys, _ => [TestActor]);
        await host.StartAsync();

        await host.StopAsync().WaitAsync(Patience);

        Assert.Contains(
            "Warning: Expected a stage to hand on or handle all it had, in time, got this: "
            + $"{TestActor.Path.ToStringWithoutAddress()}: no stage",
            Book.Lines);
        Assert.NotNull((await TestActor.Ask<ActorIdentity>(new Identify(1), Timeout.InfiniteTimeSpan)
            .WaitAsync(Patience)).Subject);
    }

    [Fact]
    public async Task A_host_that_stops_twice_says_the_same_twice()
    {
        using var host = HostIn(Sys, system => [system.ActorOf(Producer.From(Enumerable.Range(1, 3)), "numbers")]);
        await host.StartAsync();
        var stages = host.Services.GetServices<IHostedService>().First();

        await stages.StopAsync(default).WaitAsync(Patience);
        await stages.StopAsync(default).WaitAsync(Patience);

        Assert.Equal(2, Book.Lines.Count(
            static line => line.StartsWith("Information: /user/numbers", StringComparison.Ordinal)));
    }

    private void AssertNamed()
    {
        Assert.Contains(
            "Warning: Expected a stage to hand on or handle all it had, in time, got this: /user/numbers: abandoned, "
            + "1 produced = 0 handled + 0 waiting + 1 discarded; 1 abandoned on the way to /user/stuck (0)",
            Book.Lines);
        Assert.Contains(
            "Warning: Expected a stage to hand on or handle all it had, in time, got this: /user/stuck: silent",
            Book.Lines);
    }

    // The consumer's handler does not return before it is let.
    private async Task<IHost> StartStalled(ManualResetEventSlim release)
    {
        using var atWork = new SemaphoreSlim(0);
        var host = HostIn(Sys, system =>
        {
            var numbers = system.ActorOf(Props.Create(() => new Pushing()), "numbers");
            var stuck = Consumer.Props<int>(
                _ =>
                {
                    atWork.Release();
                    release.Wait();
                },
                new SubscribeTo(numbers));
            return [numbers, system.ActorOf(stuck, "stuck")];
        });
        await host.StartAsync();
        Assert.True(await atWork.WaitAsync(Patience));

        // A drain lets demand flow again, by which the test sees that it has come to the producer.
        Sys.ActorSelection(Numbers).Tell(new SetDemandMode(DemandMode.Accumulate));
        return host;
    }

    // Time stands still until the producer has been told to drain, and goes by in small steps then, each of which the
    // producer has its turn in: so however slow the machine is, it answers before the drain's patience ends.
    private async Task Late(Task stopping)
    {
        while (await OfNumbers<DemandMode>(new GetDemandMode()) != DemandMode.Forward)
        {
        }

        for (var step = 0; !stopping.IsCompleted && step < 1_000; step++)
        {
            ((TestScheduler)Sys.Scheduler).Advance(TimeSpan.FromMilliseconds(10));
            await Task.WhenAny(OfNumbers<ActorIdentity>(new Identify(step)), stopping);
        }

        await stopping.WaitAsync(Patience);
    }

    private Task<TAnswer> OfNumbers<TAnswer>(object question) =>
        Sys.ActorSelection(Numbers).Ask<TAnswer>(question, Timeout.InfiniteTimeSpan).WaitAsync(Patience);
}
