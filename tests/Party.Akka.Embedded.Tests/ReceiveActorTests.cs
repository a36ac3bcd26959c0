using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class ReceiveActorTests : QuietKit
{
    [Fact]
    public void The_first_handler_that_fits_takes_the_message()
    {
        var actor = Written(desk =>
        {
            desk.On<int>(number => number > 10, _ => desk.Reply("many"));
            desk.On<int>(_ => desk.Reply("few"));
            desk.OnAny(_ => desk.Reply("something"));
        });

        actor.Tell(11);
        actor.Tell(1);
        actor.Tell("x");

        Assert.Equal(["many", "few", "something"], ReceiveN(3));
    }

    [Fact]
    public void A_handler_takes_what_is_derived_from_its_type()
    {
        var actor = Written(desk => desk.On<Exception>(error => desk.Reply(error.Message)));

        actor.Tell(new FlawException("derived"));

        ExpectMsg("derived");
    }

    [Fact]
    public void A_handler_that_says_no_passes_the_message_on()
    {
        var actor = Written(desk =>
        {
            desk.OnMaybe<int>(number => number == 1);
            desk.On<int>(_ => desk.Reply("next"));
        });

        actor.Tell(1);
        actor.Tell(2);

        ExpectMsg("next");
        Assert.False(HasMessages);
    }

    [Fact]
    public void A_type_may_be_given_at_run_time()
    {
        var actor = Written(desk => desk.OnType(typeof(Guid), message => desk.Reply(message.ToString() ?? "")));

        actor.Tell(Guid.Empty);

        ExpectMsg(Guid.Empty.ToString());
    }

    [Fact]
    public void What_no_handler_takes_is_unhandled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Written(desk => desk.On<int>(_ => { }));

        actor.Tell("x");

        var unhandled = ExpectMsg<UnhandledMessage>();
        Assert.Equal(("x", TestActor, actor), (unhandled.Message, unhandled.Sender, unhandled.Recipient));
    }

    [Fact]
    public void Nothing_may_follow_a_handler_that_takes_everything()
    {
        var test = TestActor;
        Written(desk =>
        {
            desk.OnAny(_ => { });
            test.Tell(Record.Exception(() => desk.On<int>(_ => { })));
        });

        ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void A_handler_for_objects_takes_everything_too()
    {
        var test = TestActor;
        Written(desk =>
        {
            desk.On<object>(_ => { });
            test.Tell(Record.Exception(() => desk.On<int>(_ => { })));
        });

        ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void Handlers_are_not_written_while_a_message_is_handled()
    {
        var test = TestActor;
        var actor = Written(desk => desk.On<string>(_ => test.Tell(Record.Exception(() => desk.On<int>(_ => { })))));

        actor.Tell("x");

        ExpectMsg<InvalidOperationException>();
    }

    private IActorRef Written(Action<Desk> write) => Sys.ActorOf(Props.Create(() => new Desk(write)));

    private sealed class Desk : ReceiveActor
    {
        public Desk(Action<Desk> write) => write(this);

        public void On<T>(Action<T> handler) => Receive(handler);

        public void On<T>(Predicate<T> when, Action<T> handler) => Receive(when, handler);

        public void OnMaybe<T>(Func<T, bool> handler) => Receive(handler);

        public void OnType(Type type, Action<object> handler) => Receive(type, handler);

        public void OnAny(Action<object> handler) => ReceiveAny(handler);

        public void Reply(string text) => Sender.Tell(text);
    }
}
