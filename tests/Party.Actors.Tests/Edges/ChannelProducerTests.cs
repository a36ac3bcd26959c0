using System.Threading.Channels;
using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Actors.Tests.Edges;

public sealed class ChannelProducerTests : StageTest
{
    private readonly Channel<int> _channel = Channel.CreateUnbounded<int>();

    [Fact]
    public void What_nobody_has_asked_for_stays_in_the_channel()
    {
        Write(1, 2, 3);
        var producer = Start(Producer.From(_channel.Reader));
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Request(2));

        Assert.Equal([1, 2], consumer.ExpectMsg<Events<int>>().Batch);
        ExpectNothingMore(consumer, producer);
        Assert.Equal(1, _channel.Reader.Count);
    }

    [Fact]
    public void What_is_there_is_handed_on_and_the_rest_when_it_comes()
    {
        Write(1, 2);
        var producer = Start(Producer.From(_channel.Reader));
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Request(4));
        Assert.Equal([1, 2], consumer.ExpectMsg<Events<int>>().Batch);
        Write(3);
        Assert.Equal([3], consumer.ExpectMsg<Events<int>>().Batch);
        Write(4);
        Assert.Equal([4], consumer.ExpectMsg<Events<int>>().Batch);
    }

    [Fact]
    public void While_it_waits_the_stage_handles_other_messages()
    {
        var producer = Start(Producer.From(_channel.Reader));
        var one = Subscribe(producer);
        one.Send(producer, new Request(1));
        var two = Subscribe(producer);
        two.Send(producer, new Request(2));
        one.Send(producer, new Cancel(new(1), EndReason.Normal));
        ExpectNothingMore(one, producer);

        Write(1, 2);

        Assert.Equal([1, 2], Receive(two, 2));
    }

    [Fact]
    public void A_completed_channel_is_emptied_first()
    {
        Write(1, 2);
        _channel.Writer.Complete();
        var producer = Start(Producer.From(_channel.Reader));
        var consumer = Subscribe(producer);
        Watch(producer);

        consumer.Send(producer, new Request(5));

        Assert.Equal([1, 2], consumer.ExpectMsg<Events<int>>().Batch);
        Assert.Equal(EndReason.Normal, consumer.ExpectMsg<Cancelled>().Reason);
        ExpectTerminated(producer);
    }

    [Fact]
    public void A_channel_that_is_completed_while_the_stage_waits_ends_it()
    {
        var producer = Start(Producer.From(_channel.Reader));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(5));
        ExpectNothingMore(consumer, producer);

        _channel.Writer.Complete();

        Assert.Equal(EndReason.Normal, consumer.ExpectMsg<Cancelled>().Reason);
    }

    [Theory]
    [InlineData(Directive.Restart)]
    [InlineData(Directive.Resume)]
    [InlineData(Directive.Stop)]
    public void An_error_of_the_channel_fails_the_stage(Directive directive)
    {
        var producer = Start(Producer.From(_channel.Reader), directive);
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(5));
        ExpectNothingMore(consumer, producer);

        _channel.Writer.Complete(new FormatException("torn"));

        Assert.Equal("torn", Failures.ExpectMsg<FormatException>().Message);
        Assert.Equal(EndReason.Failure("torn"), consumer.ExpectMsg<Cancelled>().Reason);
    }

    [Fact]
    public void What_is_written_after_the_stage_has_stopped_stays_in_the_channel()
    {
        var producer = Start(Producer.From(_channel.Reader));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(5));
        ExpectNothingMore(consumer, producer);
        Watch(producer);
        Sys.Stop(producer);
        ExpectTerminated(producer);

        Write(1);

        Assert.Equal(1, _channel.Reader.Count);
    }

    private void Write(params ReadOnlySpan<int> events)
    {
        foreach (var item in events)
        {
            Assert.True(_channel.Writer.TryWrite(item));
        }
    }
}
