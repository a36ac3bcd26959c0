using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Embedded.Tests;

/// <summary>What happens to values at the edge, where it is a choice that programs may have come to rely on.</summary>
public sealed class EdgeTests : QuietKit
{
    [Fact]
    public void There_are_no_props_for_no_actor() => Assert.Null(Props.None);

    [Fact]
    public void Empty_props_make_an_actor_that_swallows_everything()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var silent = Sys.ActorOf(Props.Empty);

        silent.Tell("anything");
        StopAndWait(silent);

        Assert.False(HasMessages);
    }

    [Fact]
    public void A_conversion_in_props_is_run_for_every_instance()
    {
        var props = Props.Create<ActorBase>(() => (ActorBase)new Part(null, null));

        Assert.Equal(TestActor, Inside(Sys.ActorOf(props), _ => TestActor));
    }

    [Fact]
    public void Props_that_are_no_constructor_call_are_refused() =>
        Assert.Throws<InvalidCastException>(() => Props.Create(() => Made()));

    [Fact]
    public void Nobody_can_be_watched_by_name_of_null()
    {
        var actor = Play();

        Assert.Throws<ArgumentNullException>(() => Inside(actor, part => part.Cell.Watch(null!)));
        Assert.Throws<ArgumentNullException>(() => Inside(actor, part => part.Cell.Unwatch(null!)));
    }

    [Fact]
    public void The_dead_letters_never_end()
    {
        Watch(Sys.DeadLetters);

        Assert.False(HasMessages);
        Assert.True(Sys.DeadLetters.IsNobody());
    }

    [Fact]
    public void A_letter_that_nobody_misses_was_meant_for_the_dead_letters()
    {
        var gone = Play();
        StopAndWait(gone);
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));

        gone.Tell(PoisonPill.Instance);

        Assert.Equal(Sys.DeadLetters, ExpectMsg<SuppressedDeadLetter>().Recipient);
    }

    [Fact]
    public async Task A_search_that_failed_says_what_it_found_instead()
    {
        var failure = await Assert.ThrowsAsync<ActorNotFoundException>(
            () => Sys.ActorSelection("/user/nowhere").ResolveOne(Patience));

        Assert.IsType<ActorNotFoundException>(failure.InnerException);
    }

    [Fact]
    public async Task Nobody_cannot_stop_gracefully()
    {
        var stopping = ActorRefs.Nobody.GracefulStop(Patience);

        await Assert.ThrowsAsync<NotSupportedException>(() => stopping);
    }

    [Fact]
    public void What_the_transformation_of_a_failure_throws_is_told_to_nobody()
    {
        var failed = Task.FromException<int>(new FlawException("task"));

        failed.PipeTo(TestActor, failure: _ => throw new FlawException("transformation"));
        Task.FromResult(1).PipeTo(TestActor);

        ExpectMsg(1);
    }

    [Fact]
    public async Task An_extension_that_cannot_be_loaded_is_left_out()
    {
        var system = ActorSystem.Create("lenient", ConfigurationFactory.ParseString(
            "akka.loglevel = OFF\nakka.stdout-loglevel = OFF\nakka.extensions = [\"No.Such.Extension, Nowhere\"]"));

        Assert.Null(system.RegisterExtension(null!));
        await system.Terminate();
    }

    [Fact]
    public void A_failed_scheduled_action_is_logged_by_the_system()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));

        Sys.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(1), () => throw new FlawException("action"));

        var error = ExpectMsg<Error>();
        Assert.StartsWith("Error while executing scheduled task", error.Message.ToString(), StringComparison.Ordinal);
        Assert.IsType<FlawException>(error.Cause);
    }

    [Fact]
    public void A_very_long_delay_is_a_delay_like_any_other() =>
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.MaxValue, TestActor, "never", ActorRefs.NoSender);

    [Fact]
    public void A_system_needs_a_configuration() =>
        Assert.Throws<ArgumentNullException>(() => ActorSystem.Create("bare", (Config)null!));

    private static Part Made() => throw new FlawException("made");
}
