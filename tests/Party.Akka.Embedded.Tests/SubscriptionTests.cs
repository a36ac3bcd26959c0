using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class SubscriptionTests : QuietKit
{
    private readonly EventStream _stream = new(debug: false);

    [Fact]
    public void A_type_cut_out_takes_what_is_derived_from_it_along()
    {
        _stream.Subscribe(TestActor, typeof(Base));

        Assert.True(_stream.Unsubscribe(TestActor, typeof(Middle)));
        _stream.Publish(new Leaf());
        _stream.Publish(new Middle());
        _stream.Publish(new Base());

        Assert.IsType<Base>(ExpectMsg<object>());
        Assert.False(HasMessages);
    }

    [Fact]
    public void A_channel_somebody_asked_for_is_not_cut_out_of_wider_ones()
    {
        _stream.Subscribe(TestActor, typeof(Base));
        _stream.Subscribe(CreateTestProbe(), typeof(Middle));

        Assert.False(_stream.Unsubscribe(TestActor, typeof(Middle)));
        _stream.Publish(new Middle());

        ExpectMsg<Middle>();
    }

    [Fact]
    public void A_subscription_needs_a_channel() =>
        Assert.Throws<ArgumentNullException>(() => _stream.Subscribe(TestActor, null!));

    [Fact]
    public void A_stream_on_its_own_begins_at_the_lowest_level() => Assert.Equal(LogLevel.DebugLevel, _stream.LogLevel);

    private class Base;

    private class Middle : Base;

    private sealed class Leaf : Middle;
}
