using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;

namespace Party.Actors.Tests.Delivering;

/// <summary>Handlers that wait, and fail while they do.</summary>
public sealed class AsyncDeliveryTests : DeliveryTest
{
    private readonly IActorRef _producer;

    public AsyncDeliveryTests()
    {
        var plan = new Numbers.Plan { Limit = 6 };
        _producer = Start(Props.Create(() => new Numbers(plan)));
    }

    [Theory]
    [InlineData(Directive.Restart, "0 1 (1)", "2 3 (2)", "4 5 (2)")]
    [InlineData(Directive.Resume, "0 1 (1)", "4 5 (1)")]
    public void A_batch_that_failed_while_it_waited_comes_again_after_a_restart(
        Directive directive, params string[] handled)
    {
        var (test, to) = (TestActor, new SubscribeTo(_producer, Small));

        Start(Props.Create(() => new Waiter(test, to)), directive);

        Array.ForEach(handled, batch => ExpectMsg(batch));
        Failures.ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void A_batch_that_failed_before_a_resume_is_confirmed_where_no_request_is_due()
    {
        var (test, source) = (TestActor, CreateTestProbe());
        var to = new SubscribeTo(source.Ref, Small);
        var consumer = Start(Props.Create(() => new Waiter(test, to)), Directive.Resume);
        var id = Admit(source);
        source.ExpectMsg<Request>();

        source.Send(consumer, Events.Of(id, 1, 3));

        Assert.Equal(1, source.ExpectMsg<Confirm>().UpTo);
    }

    [Fact]
    public void A_stage_that_waits_between_two_others_confirms_what_came_of_its_batches()
    {
        var source = CreateTestProbe();
        var to = new SubscribeTo(source.Ref, Small);
        var relay = Start(Props.Create(() => new WaitingRelay(to)));
        var id = Admit(source);
        source.ExpectMsg<Request>();
        var consumer = SubscribeRetained(relay);
        consumer.Send(relay, new Request(9));
        source.Send(relay, Events.Of(id, 1, 1, 2));

        Assert.Equal("1(1) 2(1)", Attempts(consumer, 2));
        Assert.Equal(0, source.ExpectMsg<Request>().Confirmed);
        consumer.Send(relay, new Confirm(new(1), 2));

        Assert.Equal(2, source.ExpectMsg<Confirm>().UpTo);
    }

    private sealed class Waiter(IActorRef test, SubscribeTo to) : AsyncConsumer<int>(to)
    {
        protected override async ValueTask HandleEventsAsync(
            IReadOnlyList<int> events, CancellationToken cancellationToken)
        {
            var attempt = Attempt;
            await Task.Yield();
            if (events.Contains(3) && attempt == 1)
            {
                throw new InvalidOperationException("once");
            }

            test.Tell($"{string.Join(' ', events)} ({attempt})");
        }
    }

    private sealed class WaitingRelay(SubscribeTo to) : AsyncProducerConsumer<int, int>(to)
    {
        protected override async ValueTask HandleEventsAsync(
            IReadOnlyList<int> events, CancellationToken cancellationToken)
        {
            foreach (var item in events)
            {
                await Task.Yield();
                Emit(item);
            }
        }
    }
}
