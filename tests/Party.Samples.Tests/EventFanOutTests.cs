using Akka.Actor;
using Party.Actors.Protocol;
using Party.Samples.EventFanOut;

namespace Party.Samples.Tests;

public sealed class EventFanOutTests : SampleTest
{
    [Fact]
    public async Task Every_handler_hears_what_it_has_chosen()
    {
        var (manager, handlers) = FanOut.Start(Sys, Screen);

        await manager.NotifyAsync(new("weather", "it rains"));
        await manager.NotifyAsync(new("alarm", "water in the cellar"));
        await manager.NotifyAsync(new("weather", "the sun is out"));
        manager.Tell(new EndOfEvents());

        ExpectEnd(handlers);
        Assert.Equal(["it rains", "water in the cellar", "the sun is out"], LinesOf("diary"));
        Assert.Equal(["water in the cellar"], LinesOf("siren"));
    }

    [Fact]
    public void A_notifier_waits_for_the_slowest_handler()
    {
        var manager = Sys.ActorOf(Props.Create(() => new EventManager(1)));
        var slow = CreateTestProbe();
        var notifier = CreateTestProbe();
        slow.Send(manager, new Subscribe(new(1), new()));
        slow.ExpectMsg<Subscribed>();

        notifier.Send(manager, new Notice("weather", "it rains"));
        notifier.Send(manager, new Identify(1));
        notifier.ExpectMsg<ActorIdentity>();
        slow.Send(manager, new Request(1));

        Assert.Equal("it rains", slow.ExpectMsg<Events<Notice>>().Batch[0].Text);
        notifier.ExpectMsg<Notified>();
    }
}
