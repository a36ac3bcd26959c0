using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Buffering;

namespace Party.Actors.Tests.Samples;

/// <summary>The examples of docs/guides/buffers.md, and proof that they do what it says.</summary>
public sealed class BuffersGuide : StageTest
{
    [Fact]
    public async Task What_waits_can_be_counted_and_waited_for()
    {
        var options = new ProducerOptions<int> { Buffer = new() { Size = 3, Keep = BufferKeep.First } };
        var producer = Sys.ActorOf(Props.Create(() => new Producing.Numbers(
            new Producing.Numbers.Plan { Options = options, Limit = 0 })));
        producer.Tell(new[] { 1, 2, 3, 4, 5 });

        var waiting = await producer.EstimateBufferedAsync();

        Assert.Equal(3, waiting);
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(9));
        Assert.Equal([1, 2, 3], Receive(consumer, 3));
    }
}
