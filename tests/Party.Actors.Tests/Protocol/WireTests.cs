using Newtonsoft.Json;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Protocol;

/// <summary>The protocol could cross a network: every message survives Akka.NET's default serializer.</summary>
public sealed class WireTests
{
    // As Akka.NET configures Newtonsoft.Json, private setters and all.
    private static readonly JsonSerializerSettings Settings = new()
    {
        PreserveReferencesHandling = PreserveReferencesHandling.Objects,
        NullValueHandling = NullValueHandling.Ignore,
        DefaultValueHandling = DefaultValueHandling.Ignore,
        MissingMemberHandling = MissingMemberHandling.Ignore,
        ObjectCreationHandling = ObjectCreationHandling.Replace,
        ConstructorHandling = ConstructorHandling.AllowNonPublicDefaultConstructor,
        TypeNameHandling = TypeNameHandling.All,
    };

    private static readonly SubscriptionId Id = new(7);

    public static TheoryData<object> Messages => new()
    {
        new Subscribe(Id, new() { Partition = "one", MaxDemand = 10, MinDemand = 3, Cancel = CancelMode.Temporary }),
        new Subscribe(Id, new()),
        new Subscribe(Id, new() { Resubscribe = new() { Jitter = 0, MaxAttempts = 0 } }),
        new Subscribe(Id, new() { Resubscribe = new() { MinBackoff = TimeSpan.FromSeconds(3) } }),
        new Subscribed(Id),
        new SubscriptionRejected(Id, Refusal.PartitionTaken, "taken"),
        new Request(3),
        new Request(3, Id, Total: 12, Confirmed: 9),
        new Confirm(Id, 9),
        new Cancel(Id, EndReason.Restart(new InvalidOperationException("why")), Handled: 9, Failed: 2),
        new Cancelled(Id, EndReason.Shutdown),
        new Drain(TimeSpan.FromSeconds(3)),
        new ChildNotStarted(ChildRefusal.NameTaken, "taken"),
        new WhichChildren(),
        new CountChildren(),
        new ChildrenCounted(3, 2, 2, 1, FailedStarts: 4),
        new ShutDown(),
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_arrives_as_it_was_sent(object message)
    {
        Assert.Equal(message, Send(message));
    }

    [Fact]
    public void Events_arrive_as_they_were_sent()
    {
        var arrived = Assert.IsType<Events<string>>(Send(Events.Of(Id, 5, "qui", "sed")));

        Assert.Equal((Id, 5L, 2), (arrived.Id, arrived.First, arrived.Count));
        Assert.Equal(["qui", "sed"], arrived.Batch);
    }

    [Fact]
    public void Books_arrive_as_they_were_sent()
    {
        var books = new ProducerBooks
        {
            Received = 10,
            Owed = 2,
            Held = 0,
            Buffered = 1,
            Partitions = [new("one", 3, 1, 2, 0), new("two", 0, 0, 0, 5)],
            Discarded = [new(DiscardCause.ConsumerFailed, 3)],
        };

        var arrived = Assert.IsType<Drained>(Send(new Drained(books))).Books;

        Assert.Equal((10L, 2L, 0, 1), (arrived.Received, arrived.Owed, arrived.Held, arrived.Buffered));
        Assert.True(arrived.IsClosed);
        Assert.Equal(books.Partitions.AsEnumerable(), arrived.Partitions);
        Assert.Equal(books.Discarded.AsEnumerable(), arrived.Discarded);
    }

    private static object? Send(object message) =>
        JsonConvert.DeserializeObject<object>(JsonConvert.SerializeObject(message, Settings), Settings);
}
