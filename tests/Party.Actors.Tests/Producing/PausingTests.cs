using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Partitions;

namespace Party.Actors.Tests.Producing;

/// <summary>Partitions of a stage that hand nothing on for a while, and consumers that stand by.</summary>
public sealed class PausingTests : StageTest
{
    [Fact]
    public async Task A_paused_partition_waits_and_the_others_go_on()
    {
        var producer = Sys.ActorOf(Props.Create(() => new Numbers(new() { Options = Numbers.OddAndEven })));
        var even = Subscribe(producer, "even");
        var odd = Subscribe(producer, "odd");

        await producer.PausePartitionAsync("even");
        even.Send(producer, new Request(2));
        odd.Send(producer, new Request(2));

        Assert.Equal([1, 3], Receive(odd, 2));
        ExpectNothingMore(even, producer);
        await producer.ResumePartitionAsync("even");
        Assert.Equal([0, 2], Receive(even, 2));
    }

    [Fact]
    public async Task A_partition_that_is_not_there_cannot_be_paused()
    {
        var producer = Sys.ActorOf(Props.Create(() => new Numbers(new() { Options = Numbers.OddAndEven })));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => producer.PausePartitionAsync("prime"));

        Assert.Equal("Expected a partition of [even, odd], got \"prime\". Nothing was changed.", error.Message);
        Subscribe(producer, "even");
    }

    [Fact]
    public async Task A_stage_without_partitions_cannot_be_paused()
    {
        var producer = Sys.ActorOf(Props.Create(() => new Numbers(new())));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => producer.PausePartitionAsync("0"));

        Assert.StartsWith("Expected a dispatcher with partitions, got DemandDispatcher`1.", error.Message);
    }

    [Fact]
    public void A_standby_takes_over_when_the_owner_stops()
    {
        var dispatcher = Numbers.ByParity with { Consumers = PartitionConsumers.ExclusiveWithStandbys };
        var producer = Sys.ActorOf(
            Props.Create(() => new Numbers(new() { Options = new() { Dispatcher = dispatcher } })));
        var owner = Subscribe(producer, "even");
        var standby = Subscribe(producer, "even", id: 2);
        standby.Send(producer, new Request(2));
        owner.Send(producer, new Request(1));
        Assert.Equal([0], Receive(owner, 1));
        ExpectNothingMore(standby, producer);

        Sys.Stop(owner.Ref);

        Assert.Equal([2, 4], Receive(standby, 2));
    }
}
