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
            $"Information: /user/numbers: drained, {_seen.Count} produced = {_seen.Count} handled + 0 waiting + 0 discarded",
            Book.Lines);
        Assert.Contains("Information: /user/adder: drained", Book.Lines);
        Assert.DoesNotContain(Book.Lines, static line => line.StartsWith("Warning", StringComparison.Ordinal));
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
    public async Task Nobody_among_the_stages_keeps_the_host_from_starting()
    {
        using var host = HostIn(Sys, _ => [ActorRefs.Nobody]);

        await Assert.ThrowsAsync<ArgumentException>(() => host.StartAsync());
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
}
