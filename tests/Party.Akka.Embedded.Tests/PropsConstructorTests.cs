using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class PropsConstructorTests : QuietKit
{
    private static readonly SupervisorStrategy Strategy = new AllForOneStrategy(_ => Directive.Stop);

    [Fact]
    public void Constructors_take_what_Create_takes()
    {
        var deploy = Deploy.Local.WithDispatcher("own");
        Props[] all =
        [
            new(typeof(Speaker), ["a"]),
            new(typeof(Speaker), Strategy, "a"),
            new(typeof(Speaker), Strategy, new List<object> { "a" }),
            new(deploy, typeof(Speaker), "a"),
            new(deploy, typeof(Speaker), new List<object> { "a" }),
        ];

        Assert.All(all, props => Assert.Equal(["a"], props.Arguments));
        Assert.All(all, props => Assert.Equal(typeof(Speaker), props.Type));
        Assert.Same(Strategy, all[1].SupervisorStrategy);
        Assert.Same(Strategy, all[2].SupervisorStrategy);
        Assert.Equal("own", all[3].Dispatcher);
        Assert.Equal("own", all[4].Dispatcher);
        Sys.ActorOf(all[0]).Tell("speak");
        ExpectMsg("a");
    }

    [Fact]
    public void A_class_is_needed()
    {
        Assert.Throws<ArgumentNullException>(() => new Props(null!));
        Assert.Throws<ArgumentNullException>(() => Props.Create((Type)null!));
        Assert.Throws<ArgumentException>(() => new Props(typeof(string)));
    }

    [Fact]
    public void No_props_start_nothing_and_take_no_name()
    {
        Assert.Throws<NullReferenceException>(() => Sys.ActorOf(null!, "name"));
        Assert.Equal("name", Play(name: "name").Path.Name);
    }

    [Fact]
    public void A_producer_by_class_is_made_with_the_arguments()
    {
        Sys.ActorOf(new Props(typeof(Workshop), ["made"])).Tell("speak");

        ExpectMsg("made");
    }

    [Fact]
    public void A_class_of_ones_own_makes_the_actors_and_outlives_changes()
    {
        var props = new OwnProps("own").WithDispatcher("akka.actor.default-dispatcher");

        Sys.ActorOf(props).Tell("speak");

        Assert.IsType<OwnProps>(props);
        ExpectMsg("own");
    }

    private sealed class Speaker(string word) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(word);
    }

    private sealed class Workshop(string word) : IIndirectActorProducer
    {
        public Type ActorType => typeof(Speaker);

        public ActorBase Produce() => new Speaker(word);

        public void Release(ActorBase actor)
        {
        }
    }

    private sealed class OwnProps : Props
    {
        private readonly string _word;

        public OwnProps(string word) => _word = word;

        private OwnProps(OwnProps copy)
            : base(copy) => _word = copy._word;

        public override ActorBase NewActor() => new Speaker(_word);

        protected override Props Copy() => new OwnProps(this);
    }
}
