using System.Threading.Channels;
using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Tests.Samples;

/// <summary>The examples of docs/guides/producers.md, and proof that they do what it says.</summary>
public sealed class ProducersGuide : StageTest
{
    [Fact]
    public void A_function_returns_what_is_asked_for()
    {
        var next = 0;
        var counter = Sys.ActorOf(Producer.Props(demand => Enumerable.Range(next, demand).Select(_ => next++)));

        var consumer = Subscribe(counter);
        consumer.Send(counter, new Request(3));

        Assert.Equal([0, 1, 2], consumer.ExpectMsg<Events<int>>().Batch);
    }

    [Fact]
    public void A_sequence_and_a_channel_are_read_as_far_as_they_are_asked_for()
    {
        var numbers = Sys.ActorOf(Producer.From(Enumerable.Range(1, 1_000_000)));
        var orders = Channel.CreateBounded<int>(100);
        var desk = Sys.ActorOf(Producer.From(orders.Reader, onLastConsumerGone: OnLastConsumerGone.Stop));

        Assert.True(orders.Writer.TryWrite(7));
        foreach (var (producer, first) in new[] { (numbers, 1), (desk, 7) })
        {
            var consumer = Subscribe(producer);
            consumer.Send(producer, new Request(1));
            Assert.Equal([first], consumer.ExpectMsg<Events<int>>().Batch);
        }
    }

    [Fact]
    public void A_producer_may_wait_for_its_events()
    {
        var pages = Sys.ActorOf(Props.Create(() => new Pages()));
        var consumer = Subscribe(pages);

        consumer.Send(pages, new Request(2));

        Assert.Equal([0, 1], Receive(consumer, 2));
    }

    [Fact]
    public void Demand_waits_until_everybody_is_there()
    {
        var patient = new ProducerOptions<int> { DemandMode = DemandMode.Accumulate };
        var numbers = Sys.ActorOf(Producer.From(Enumerable.Range(1, 10), patient));
        var consumer = Subscribe(numbers);
        consumer.Send(numbers, new Request(1));
        ExpectNothingMore(consumer, numbers);

        numbers.SetDemandMode(DemandMode.Forward);

        Assert.Equal([1], consumer.ExpectMsg<Events<int>>().Batch);
    }

    public sealed class Pages : AsyncProducer<int>
    {
        private int _next;

        protected override async ValueTask HandleDemandAsync(int demand, CancellationToken cancellationToken)
        {
            foreach (var row in await ReadAsync(_next, demand))
            {
                Emit(row);
                _next++;
            }
        }

        private static Task<int[]> ReadAsync(int from, int count) =>
            Task.Run(() => Enumerable.Range(from, count).ToArray());
    }
}
