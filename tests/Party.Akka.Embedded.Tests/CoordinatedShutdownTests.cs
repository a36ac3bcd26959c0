using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class CoordinatedShutdownTests : QuietKit
{
    private readonly List<string> _ran = [];

    public CoordinatedShutdownTests()
        : base("""
            akka.loglevel = WARNING
            akka.coordinated-shutdown.run-by-clr-shutdown-hook = off
            akka.coordinated-shutdown.terminate-actor-system = off
            akka.coordinated-shutdown.run-by-actor-system-terminate = off
            akka.coordinated-shutdown.phases {
              first { timeout = 1h }
              patient { depends-on = [first], timeout = 20ms, recover = on }
              strict { depends-on = [patient], timeout = 20ms, recover = off }
              last { depends-on = [strict] }
            }
            """)
    {
    }

    private CoordinatedShutdown Orderly => CoordinatedShutdown.Get(Sys);

    [Fact]
    public async Task Phases_run_in_their_order()
    {
        Add("last", "strict", "patient", "first");

        await Run();

        Assert.Equal(["first", "patient", "strict", "last"], _ran);
    }

    [Fact]
    public async Task A_later_phase_may_be_the_first()
    {
        Add("first", "last");

        await Run("strict");

        Assert.Equal(["last"], _ran);
    }

    [Fact]
    public async Task It_runs_once()
    {
        Add("first");

        await Run();
        await Run();

        Assert.Equal(["first"], _ran);
    }

    [Fact]
    public void A_phase_that_is_not_described_is_refused() =>
        Assert.Throws<ConfigurationException>(() => Add("nowhere"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_patient_phase_gets_over_failures_and_over_tasks_without_end(bool fails)
    {
        Orderly.AddTask(
            "patient",
            "bad",
            () => fails ? Task.FromException<Done>(new FlawException("task")) : new TaskCompletionSource<Done>().Task);
        Add("last");

        await Run();

        Assert.Equal(["last"], _ran);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_strict_phase_ends_the_run(bool fails)
    {
        Orderly.AddTask(
            "strict",
            "bad",
            () => fails ? Task.FromException<Done>(new FlawException("task")) : new TaskCompletionSource<Done>().Task);
        Add("last");

        var failure = await Assert.ThrowsAsync<AggregateException>(() => Run());

        Assert.IsType(fails ? typeof(FlawException) : typeof(TimeoutException), failure.GetBaseException());
        Assert.Empty(_ran);
    }

    [Fact]
    public void Only_phases_with_tasks_count_into_the_whole_time()
    {
        Assert.Equal(TimeSpan.Zero, Orderly.TotalTimeout);

        Add("first", "last");

        Assert.Equal(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(5), Orderly.TotalTimeout);
        Assert.Throws<ArgumentException>(() => Orderly.Timeout("nowhere"));
    }

    [Fact]
    public async Task Phases_and_what_went_wrong_in_them_are_logged()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));
        Orderly.AddTask("patient", "bad", () => throw new FlawException("task"));
        Orderly.AddTask("patient", "endless", () => new TaskCompletionSource<Done>().Task);

        await Run("patient");

        FishForMessage<Warning>(logged => Equals(
            logged.Message.ToString(), "Task [bad] failed in phase [patient]: task"));
        FishForMessage<Warning>(logged => Equals(
            logged.Message.ToString(), "Coordinated shutdown phase [patient] timed out after 00:00:00.0200000"));
    }

    [Fact]
    public async Task The_first_reason_is_kept()
    {
        var reason = new Whim();

        await Orderly.Run(reason);
        await Run();

        Assert.Same(reason, Orderly.ShutdownReason);
    }

    [Fact]
    public void Phases_tell_their_time_limits() => Assert.Equal(TimeSpan.FromHours(1), Orderly.Timeout("first"));

    [Fact]
    public async Task Terminate_runs_it_unless_told_otherwise()
    {
        var system = ActorSystem.Create(
            "whole", ConfigurationFactory.ParseString("akka.loglevel = OFF\nakka.stdout-loglevel = OFF"));
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "task", () =>
        {
            _ran.Add("task");
            return Task.FromResult(Done.Instance);
        });

        await system.Terminate().WaitAsync(Patience);

        Assert.Equal(["task"], _ran);
        Assert.IsType<CoordinatedShutdown.ActorSystemTerminateReason>(shutdown.ShutdownReason);
    }

    [Fact]
    public async Task The_last_phase_terminates_the_system()
    {
        var system = ActorSystem.Create(
            "whole", ConfigurationFactory.ParseString("akka.loglevel = OFF\nakka.stdout-loglevel = OFF"));

        await CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience);

        Assert.True(system.WhenTerminated.IsCompleted);
    }

    private void Add(params string[] phases)
    {
        foreach (var phase in phases)
        {
            Orderly.AddTask(phase, phase, () =>
            {
                _ran.Add(phase);
                return Task.FromResult(Done.Instance);
            });
        }
    }

    private Task<Done> Run(string? from = null) =>
        Orderly.Run(CoordinatedShutdown.UnknownReason.Instance, from).WaitAsync(Patience);

    private sealed class Whim : CoordinatedShutdown.Reason;
}
