using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Demand.Partitions;

namespace Party.Actors.Tests.Samples;

/// <summary>The examples of docs/partitions.md on pauses and changes, and proof that they do what it says.</summary>
public sealed class PartitionsGuide : StageTest
{
    [Fact]
    public async Task A_partition_is_paused_and_goes_on()
    {
        var producer = Start();
        var consumer = Subscribe(producer, "even");
        consumer.Send(producer, new Request(1));

        await producer.PausePartitionAsync("even");
        producer.Tell(2);
        ExpectNothingMore(consumer, producer);
        await producer.ResumePartitionAsync("even");

        Assert.Equal([2], Receive(consumer, 1));
    }

    [Fact]
    public async Task A_partition_is_added()
    {
        var producer = Start();

        var change = new PartitionChange<int>
        {
            Partitions = PartitionNames.Named("even", "odd", "large"),
            Selector = PartitionSelector.ByIndex<int>(static number => number >= 10 ? 2 : number % 2),
        };
        var report = await producer.ChangePartitionsAsync(change);

        Assert.Equal("large", Assert.Single(report.Added));
        var consumer = Subscribe(producer, "large");
        consumer.Send(producer, new Request(1));
        producer.Tell(12);
        Assert.Equal([12], Receive(consumer, 1));
    }

    private IActorRef Start() =>
        Sys.ActorOf(Props.Create(() => new Numbers(new() { Limit = 0, Options = Numbers.OddAndEven })));
}
