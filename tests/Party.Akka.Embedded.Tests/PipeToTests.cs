using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class PipeToTests : QuietKit
{
    [Fact]
    public async Task A_result_is_sent_with_the_sender_given()
    {
        var probe = CreateTestProbe();

        await Task.FromResult(1).PipeTo(TestActor, probe);

        ExpectMsg(1);
        Assert.Equal(probe.Ref, LastSender);
    }

    [Fact]
    public async Task A_failure_is_sent_as_it_is()
    {
        var flaw = new FlawException("task");

        await Task.FromException<int>(flaw).PipeTo(TestActor);

        Assert.Same(flaw, ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public async Task A_cancellation_is_a_failure()
    {
        await Task.FromCanceled<int>(new CancellationToken(canceled: true)).PipeTo(TestActor);

        Assert.IsAssignableFrom<OperationCanceledException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public async Task Results_and_failures_can_be_changed_on_the_way()
    {
        await Task.FromResult(1).PipeTo(TestActor, success: number => number + 1, failure: error => error.Message);
        ExpectMsg(2);

        await Task.FromException<int>(new FlawException("seen")).PipeTo(
            TestActor, success: number => number, failure: error => error.Message);
        ExpectMsg("seen");
    }

    [Fact]
    public async Task A_change_that_throws_is_a_failure()
    {
        await Task.FromResult(1).PipeTo(TestActor, success: _ => throw new FlawException("change"));

        Assert.IsType<FlawException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public async Task Nothing_is_no_message()
    {
        await Task.FromResult<string?>(null).PipeTo(TestActor);

        ExpectMsg<Status.Failure>();
    }

    [Fact]
    public async Task A_task_without_a_result_says_nothing_unless_asked_to()
    {
        await Task.CompletedTask.PipeTo(TestActor);
        await Task.CompletedTask.PipeTo(TestActor, success: () => "done");

        ExpectMsg("done");
    }

    [Fact]
    public async Task A_value_task_is_as_good()
    {
        await new ValueTask<int>(1).PipeTo(TestActor);

        ExpectMsg(1);
    }
}
