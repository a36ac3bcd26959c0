using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class EventStreamTests : QuietKit
{
    private interface IMarked;

    [Fact]
    public void Subscribers_get_what_is_derived_from_their_type()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(IMarked));

        Sys.EventStream.Publish(new Fruit());
        Sys.EventStream.Publish(new Apple());

        ExpectMsg<Apple>();
        Assert.False(HasMessages);
    }

    [Fact]
    public void Nobody_gets_an_event_twice()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Fruit));
        Sys.EventStream.Subscribe(TestActor, typeof(Apple));

        Sys.EventStream.Publish(new Apple());
        Sys.EventStream.Publish(new Fruit());

        ExpectMsg<Apple>();
        Assert.IsNotType<Apple>(ExpectMsg<Fruit>());
    }

    [Fact]
    public void Changes_are_reported()
    {
        Assert.True(Sys.EventStream.Subscribe<Fruit>(TestActor));
        Assert.False(Sys.EventStream.Subscribe<Fruit>(TestActor));
        Assert.True(Sys.EventStream.Unsubscribe<Fruit>(TestActor));
        Assert.False(Sys.EventStream.Unsubscribe<Fruit>(TestActor));
    }

    [Fact]
    public void A_derived_type_can_be_cut_out()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Fruit));
        Sys.EventStream.Unsubscribe(TestActor, typeof(Apple));

        Sys.EventStream.Publish(new Apple());
        Sys.EventStream.Publish(new Fruit());

        Assert.IsNotType<Apple>(ExpectMsg<Fruit>());
    }

    [Fact]
    public void All_subscriptions_can_be_ended_at_once()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Fruit));
        Sys.EventStream.Subscribe(TestActor, typeof(string));
        Sys.EventStream.Unsubscribe(TestActor);

        Sys.EventStream.Publish(new Fruit());
        Sys.EventStream.Publish("x");

        TestActor.Tell("nothing came");
        ExpectMsg("nothing came");
    }

    [Fact]
    public void An_actor_that_publishes_is_the_sender()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Fruit));
        var actor = Play((me, message) => me.Cell.System.EventStream.Publish(message));

        actor.Tell(new Fruit());

        ExpectMsg<Fruit>();
        Assert.Equal(actor, LastSender);
    }

    [Fact]
    public void No_subscriber_no_subscription() =>
        Assert.Throws<ArgumentNullException>(() => Sys.EventStream.Subscribe(null!, typeof(Fruit)));

    private class Fruit;

    private sealed class Apple : Fruit, IMarked;
}
