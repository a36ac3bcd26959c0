using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;

namespace Party.Actors.Tests.Delivering;

/// <summary>Consumers that come to an end among their batches, and what is handed on after them.</summary>
public sealed class RedeliveryTests : DeliveryTest
{
    private readonly IActorRef _producer;

    public RedeliveryTests()
    {
        var plan = new Numbers.Plan { Limit = 6 };
        _producer = Start(Props.Create(() => new Numbers(plan)));
    }

    [Fact]
    public void A_restarted_consumer_gets_the_failed_batch_and_all_after_it_again()
    {
        StartFragile(FailOnceOn(3));

        ExpectMsg("0 1 (1)");
        ExpectMsg("2 3 (2)");
        ExpectMsg("4 5 (2)");
        Failures.ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void Batches_that_fail_again_count_their_attempts()
    {
        StartFragile((consumer, item) => FailIf(item == 3 && consumer.Try < 4));

        ExpectMsg("0 1 (1)");
        ExpectMsg("2 3 (4)");
        ExpectMsg("4 5 (4)");
    }

    [Fact]
    public void After_a_resume_the_failed_batch_does_not_come_again()
    {
        StartFragile(FailOnceOn(3), Directive.Resume);

        ExpectMsg("0 1 (1)");
        ExpectMsg("4 5 (1)");
        Failures.ExpectMsg<InvalidOperationException>();
        ExpectDone();
    }

    [Fact]
    public void A_consumer_that_is_stopped_for_an_error_leaves_its_batch_to_the_next()
    {
        StartFragile(FailOnceOn(3), Directive.Stop);
        ExpectMsg("0 1 (1)");
        Failures.ExpectMsg<InvalidOperationException>();

        StartFragile();

        ExpectMsg("2 3 (2)");
        ExpectMsg("4 5 (2)");
    }

    [Fact]
    public void A_consumer_that_is_poisoned_leaves_what_lies_behind_the_poison()
    {
        var consumer = StartFragile(TellOn(1, PoisonPill.Instance));
        Watch(consumer);
        ExpectMsg("0 1 (1)");
        ExpectMsg("2 3 (1)");
        ExpectTerminated(consumer);

        StartFragile();

        ExpectMsg("4 5 (2)");
        ExpectDone();
    }

    [Fact]
    public void A_consumer_that_stops_itself_leaves_the_rest_of_what_came()
    {
        var consumer = StartFragile((consumer, item) =>
        {
            if (item == 1)
            {
                consumer.End();
            }
        });
        Watch(consumer);
        ExpectMsg("0 1 (1)");
        ExpectTerminated(consumer);

        StartFragile();

        ExpectMsg("2 3 (2)");
        ExpectMsg("4 5 (1)");
    }

    [Fact]
    public void A_killed_consumer_that_is_restarted_gets_what_it_had_not_handled()
    {
        StartFragile(TellOn(1, Kill.Instance));

        ExpectMsg("0 1 (1)");
        ExpectMsg("2 3 (1)");
        ExpectMsg("4 5 (2)");
        Failures.ExpectMsg<ActorKilledException>();
    }

    [Fact]
    public void A_killed_consumer_that_is_stopped_leaves_what_it_had_not_handled()
    {
        var consumer = StartFragile(TellOn(1, Kill.Instance), Directive.Stop);
        Watch(consumer);
        ExpectMsg("0 1 (1)");
        ExpectMsg("2 3 (1)");
        ExpectTerminated(consumer);

        StartFragile();

        ExpectMsg("4 5 (2)");
    }

    [Fact]
    public void Nothing_is_lost_whoever_fails_and_whenever()
    {
        var plan = new Numbers.Plan { Limit = 200, Options = Numbers.OddAndEven };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        Action<Fragile, int> often = (consumer, item) =>
        {
            if (item % 7 == 3 && consumer.Try < 3)
            {
                consumer.Ref.Tell("never mind");
                producer.Tell(new InvalidOperationException("the producer too"));
                FailIf(true);
            }
        };
        var probe = CreateTestProbe();
        var test = probe.Ref;
        foreach (var partition in new[] { "even", "odd" })
        {
            var to = new SubscribeTo(producer, Small with { Partition = partition });
            Start(Props.Create(() => new Fragile(test, often, to)));
        }

        var last = new[] { -2, -1 };
        var all = new HashSet<int>();
        while (all.Count < 200)
        {
            foreach (var word in probe.ExpectMsg<string>().Split(" (")[0].Split(' '))
            {
                var item = int.Parse(word, System.Globalization.CultureInfo.InvariantCulture);
                Assert.True(all.Add(item), $"{item} was handled to a good end twice.");
                Assert.Equal(last[item % 2] + 2, item);
                last[item % 2] = item;
            }
        }
    }

    private static Action<Fragile, int> FailOnceOn(int number) =>
        (consumer, item) => FailIf(item == number && consumer.Try == 1);

    private static Action<Fragile, int> TellOn(int number, object message) => (consumer, item) =>
    {
        if (item == number)
        {
            consumer.Ref.Tell(message);
        }
    };

    private static void FailIf(bool isTime)
    {
        if (isTime)
        {
            throw new InvalidOperationException("as the test wants it");
        }
    }

    // A second consumer would get whatever is left.
    private void ExpectDone()
    {
        var probe = SubscribeRetained(_producer);
        probe.Send(_producer, new Request(10));
        ExpectNothingMore(probe, _producer);
    }

    private IActorRef StartFragile(Action<Fragile, int>? at = null, Directive directive = Directive.Restart)
    {
        var (test, to) = (TestActor, new SubscribeTo(_producer, Small));
        at ??= (_, _) => { };
        return Start(Props.Create(() => new Fragile(test, at, to)), directive);
    }
}
