using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

/// <summary>Texts that logs are searched for, and tests compare.</summary>
public sealed class WordingTests : QuietKit
{
    [Fact]
    public void Messages_of_the_runtime_say_what_they_are()
    {
        Assert.Equal("<Identify>: 1", new Identify(1).ToString());
        Assert.Equal($"<ActorIdentity>: {TestActor} - MessageId=1", new ActorIdentity(1, TestActor).ToString());
        Assert.Equal("Akka.Actor.ReceiveTimeout", ReceiveTimeout.Instance.ToString());
        Assert.Equal("Success", Status.Success.Instance.ToString());
        Assert.Equal("Failure[here]: ", new Status.Failure(null!, "here").ToString());
        Assert.Equal($"<1> from {TestActor}", new Envelope(1, TestActor).ToString());
    }

    [Fact]
    public void Every_kind_of_dead_letter_is_called_one()
    {
        var text = $"DeadLetter from {TestActor} to {TestActor}: <m>";

        Assert.Equal(text, new DeadLetter("m", TestActor, TestActor).ToString());
        Assert.Equal(text, new UnhandledMessage("m", TestActor, TestActor).ToString());
        Assert.Equal(text, new Dropped("m", "full", TestActor, TestActor).ToString());
    }

    [Fact]
    public void A_log_event_is_a_line_of_level_time_thread_and_source()
    {
        var line = new Warning(new FlawException("cause"), "source", typeof(string), "text").ToString();

        Assert.Matches(@"^\[WARNING\]\[\d\d/\d\d/\d{4} \d\d:\d\d:\d\d\.\d{3}Z\]\[Thread \d{4}\]\[source\] text\r?\nCause: ", line);
    }

    [Fact]
    public void A_selection_names_the_incarnation_it_starts_from() =>
        Assert.Equal(
            $"ActorSelection[Anchor({TestActor.Path.ToStringWithUid()}), Path(/a/*)]",
            new ActorSelection(TestActor, "a/*").ToString());

    [Fact]
    public void Exceptions_of_a_restart_name_the_type_of_the_other_one()
    {
        var (first, second) = (new FlawException("first"), new FormatException("second"));

        var before = new PreRestartException(TestActor, second, first, null);
        var after = new PostRestartException(TestActor, second, first);

        Assert.Equal($"Exception pre restart ({second.GetType()})", before.Message);
        Assert.Same(first, before.InnerException);
        Assert.Equal($"Exception post restart ({first.GetType()})", after.Message);
        Assert.Same(second, after.InnerException);
    }
}
