using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Embedded.Tests;

public sealed class ExecutorTests : QuietKit
{
    private const string Hocon = """
        own { type = Dispatcher, executor = fork-join-executor, dedicated-thread-pool.thread-count = 2 }
        pool { type = Dispatcher, executor = thread-pool-executor }
        task { type = Dispatcher, executor = task-executor }
        context { type = Dispatcher, executor = current-context-executor }
        unknown { type = Dispatcher, executor = no-such-executor }
        alias = own
        circle = round
        round = circle
        """;

    public ExecutorTests()
        : base(Hocon)
    {
    }

    [Theory]
    [InlineData("own", false)]
    [InlineData("alias", false)]
    [InlineData("akka.actor.default-fork-join-dispatcher", false)]
    [InlineData("pool", true)]
    [InlineData("task", true)]
    [InlineData("akka.actor.task-dispatcher", true)]
    public void The_executor_says_on_which_threads(string dispatcher, bool isPool)
    {
        Sys.ActorOf(Props.Create<ThreadTeller>().WithDispatcher(dispatcher)).Tell("thread");

        Assert.Equal(isPool, ExpectMsg<Thread>().IsThreadPoolThread);
    }

    [Fact]
    public void An_unknown_executor_starts_nothing()
    {
        var error = Assert.Throws<ConfigurationException>(() => Sys.Dispatchers.Lookup("unknown"));

        Assert.Contains("no-such-executor", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_lead_in_a_circle_are_refused() =>
        Assert.Throws<ConfigurationException>(() => Sys.Dispatchers.Lookup("circle"));

    [Fact]
    public void A_synchronized_dispatcher_needs_a_context()
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            const string Id = Dispatchers.SynchronizedDispatcherId;
            Assert.Throws<InvalidOperationException>(() => Sys.Dispatchers.Lookup(Id));
            var props = Props.Create<ThreadTeller>().WithDispatcher(Id);
            Assert.Throws<ConfigurationException>(() => Sys.ActorOf(props));
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    [Fact]
    public void A_synchronized_dispatcher_runs_on_the_context_of_who_asked_first()
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new NamedContext());
        try
        {
            var props = Props.Create<ThreadTeller>().WithDispatcher(Dispatchers.SynchronizedDispatcherId);
            Sys.ActorOf(props).Tell("thread");
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }

        Assert.Equal(nameof(NamedContext), ExpectMsg<Thread>().Name);
    }

    [Fact]
    public void A_dispatcher_knows_its_surroundings()
    {
        var dispatcher = Sys.Dispatchers.DefaultGlobalDispatcher;

        Assert.Same(Sys.EventStream, dispatcher.EventStream);
        Assert.Same(Sys.Mailboxes, dispatcher.Mailboxes);
        Assert.Null(dispatcher.ThroughputDeadlineTime);
        Assert.Equal(30, Sys.Dispatchers.DefaultDispatcherConfig.GetInt("throughput"));
    }

    private sealed class ThreadTeller : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(Thread.CurrentThread);
    }

    private sealed class NamedContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) =>
            new Thread(() => d(state)) { Name = nameof(NamedContext), IsBackground = true }.Start();
    }
}
