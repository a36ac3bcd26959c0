using Akka.Actor;
using Akka.Event;
using Microsoft.Extensions.DependencyInjection;
using Party.Actors;

namespace Party.Hosting.Tests;

public sealed class StageHostTests : HostTest
{
    private readonly List<int> _seen = [];

    [Fact]
    public async Task Stages_start_with_the_host_and_are_drained_as_it_stops()
    {
        using var host = HostWith(new() { SystemName = "shop" }, Count);
        await host.StartAsync();
        var system = host.Services.GetRequiredService<ActorSystem>();
        AwaitCondition(() => _seen.Count >= 5000);

        await host.StopAsync();

        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
        Assert.Equal(Enumerable.Range(0, _seen.Count), _seen);
        Assert.Contains(
            $"Information: Drained akka://shop/user/numbers. Of {_seen.Count} events, {_seen.Count} were handled, "
            + "0 are left, 0 were discarded.",
            Book.Lines);
        Assert.Contains("Information: akka://shop/user/adder had ended when it was drained.", Book.Lines);
    }

    [Fact]
    public async Task A_system_that_is_there_is_used_and_left_running()
    {
        using var host = HostIn(Sys, Count);
        await host.StartAsync();
        Assert.Same(Sys, host.Services.GetRequiredService<ActorSystem>());
        AwaitCondition(() => _seen.Count > 0);

        await host.StopAsync();
        host.Dispose();

        Assert.False(Sys.WhenTerminated.IsCompleted);
        Sys.ActorSelection("/user/numbers").Tell(new Identify(1), TestActor);
        Assert.NotNull(ExpectMsg<ActorIdentity>().Subject);
    }

    [Fact]
    public async Task Several_parts_of_a_program_start_their_stages_in_order()
    {
        var order = new List<string>();
        using var host = HostIn(Sys, _ => Say("first"), _ => Say("second"));

        await host.StartAsync();

        Assert.Equal(["first", "second"], order);

        IEnumerable<IActorRef> Say(string word)
        {
            order.Add(word);
            return [];
        }
    }

    [Fact]
    public async Task What_cannot_start_keeps_the_host_from_starting()
    {
        using var host = HostIn(Sys, _ => throw new FormatException("no such queue"));

        var error = await Assert.ThrowsAsync<FormatException>(() => host.StartAsync());

        Assert.Equal("no such queue", error.Message);
    }

    [Fact]
    public async Task Who_does_not_come_to_an_end_is_given_up_at_the_deadline()
    {
        using var host = HostIn(Sys, Stall);
        await host.StartAsync();
        await Sys.ActorSelection("/user/manual").Ask<ActorIdentity>(new Identify(1));

        var stopping = host.StopAsync();
        AwaitCondition(() => Time.Made > 0);
        Assert.False(stopping.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(24));
        await stopping;

        Assert.Contains(
            $"Warning: Expected akka://{Sys.Name}/user/numbers to hand on what it has within 00:00:24, got no end of it. "
            + "It is stopped with what it has.",
            Book.Lines);
    }

    [Fact]
    public async Task Actors_log_where_the_host_does()
    {
        using var host = HostWith(new() { SystemName = "shop", Config = "akka.loglevel = INFO" }, system =>
        {
            system.Log.Info("open");
            return [];
        });
        await host.StartAsync();

        AwaitCondition(() => Book.Lines.Contains("Information: open"));
        await host.StopAsync();
    }

    // Ends as it is drained: there are always more numbers.
    private IEnumerable<IActorRef> Count(ActorSystem system)
    {
        var next = 0;
        var numbers = system.ActorOf(
            Producer.Props(count => Enumerable.Range((next += count) - count, count)), "numbers");
        var adder = Consumer.Props<int>(batch => _seen.AddRange(batch), new SubscribeTo(numbers));
        return [numbers, system.ActorOf(adder, "adder")];
    }

    // Its consumer never asks for anything, so that what it has stays there.
    private static IEnumerable<IActorRef> Stall(ActorSystem system)
    {
        var numbers = system.ActorOf(Props.Create(() => new Pushing()), "numbers");
        return [numbers, system.ActorOf(Props.Create(() => new Idler(new SubscribeTo(numbers))), "manual")];
    }
}
