using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;

namespace Party.Actors.Tests.Samples;

/// <summary>What docs/guides/supervision.md shows, and proof that it does what is said there.</summary>
public sealed class SupervisionGuide : StageTest
{
    private readonly TestProbe _mails;

    public SupervisionGuide() => _mails = CreateTestProbe();

    [Fact]
    public void Every_number_is_mailed_at_most_four_at_a_time()
    {
        var counter = Sys.ActorOf(Props.Create(() => new ReadmeSample.Counter()));
        Mailing(counter, _mails.Ref);

        var first = _mails.ReceiveN(100).Cast<int>().ToHashSet();

        Assert.Equal(100, first.Count);
        Assert.InRange(first.Max(), 99, 102);
    }

    [Fact]
    public async Task Children_are_started_ended_and_counted()
    {
        var counts = await Rooms(_mails.Ref);

        Assert.Equal(new ChildrenCounted(1, 1, 1, 0, 0), counts);
    }

    private IActorRef Mailing(IActorRef counter, IActorRef mails)
    {
        var system = Sys;
        var mailing = system.ActorOf(ConsumerSupervisor.Props(new ConsumerSupervisorOptions<int>
        {
            Child = number => Props.Create(() => new Mail(number, mails)),
            Restart = ChildRestart.Transient,
            Subscriptions = [new(counter, new() { MaxDemand = 4, MinDemand = 2 })],
        }));

        return mailing;
    }

    [SuppressMessage("Performance", "CA1859", Justification = "It is shown as a user would write it.")]
    private async Task<ChildrenCounted> Rooms(IActorRef mails)
    {
        var system = Sys;

        var rooms = system.ActorOf(DynamicSupervisor.Props(
            new() { Restart = ChildRestart.Permanent, MaxChildren = 100 }));

        var lobby = await rooms.StartChildAsync(Props.Create(() => new Room(mails)), "lobby");
        var bar = await rooms.StartChildAsync(Props.Create(() => new Room(mails)), "bar");
        await rooms.TerminateChildAsync(bar);
        var counts = await rooms.CountChildrenAsync();

        Assert.Equal("lobby", lobby.Path.Name);
        Assert.True(await rooms.ShutDownAsync());
        return counts;
    }

    public sealed class Mail : ReceiveActor
    {
        public Mail(int number, IActorRef mails)
        {
            Receive<string>(_ =>
            {
                mails.Tell(number);
                Context.Stop(Self);
            });
            Self.Tell("send");
        }
    }

    private sealed class Room : ReceiveActor
    {
        public Room(IActorRef mails) => ReceiveAny(mails.Forward);
    }
}
