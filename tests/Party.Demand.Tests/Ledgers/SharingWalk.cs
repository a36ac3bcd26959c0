using System.Collections.Immutable;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Ledgers;

/// <summary>
/// A random life of a producer's ledger whose dispatcher keeps nothing: what waits is held or buffered. Law 3 counts
/// copies and filtered events.
/// </summary>
internal sealed class SharingWalk(int seed, DispatcherOptions<int> dispatcher)
{
    private readonly Random _random = new(seed);
    private readonly ProducerLedger<int> _ledger = new(dispatcher, new() { Size = 1 + seed % 30 });
    private readonly List<(Subscription To, List<int> Received)> _consumers = [];
    private long _asked;
    private long _uninvited;
    private int _next;
    private int _lastId;

    public static ImmutableDictionary<string, Func<int, bool>> Selectors { get; } =
        ImmutableDictionary<string, Func<int, bool>>.Empty.Add(
            "few", number => number % 7 == 0 ? throw new FormatException("seven") : number % 3 == 0);

    public void Take(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            switch (_random.Next(10))
            {
                case 0 when _consumers.Count < 5:
                    Subscribe();
                    break;
                case 1 when _random.Next(3) == 0 && _consumers.Count > 0:
                    Cancel(_random.Next(_consumers.Count));
                    break;
                case < 4 when _consumers.Count > 0:
                    _ledger.Fold(_consumers[_random.Next(_consumers.Count)].To, _random.Next(1, 20));
                    continue;
                case 4 when _ledger.TryUnfold(out var dispatch):
                    Carry(dispatch);
                    break;
                case < 6 when _consumers.Count > 0:
                    Carry(_ledger.Request(_consumers[_random.Next(_consumers.Count)].To, _random.Next(1, 20)));
                    break;
                default:
                    Emit(_random.Next(3) == 0 ? _random.Next(30) : (int)Math.Min(_ledger.Owed, _random.Next(30)));
                    break;
            }

            Settle();
            CheckLaws();
        }
    }

    private void Subscribe()
    {
        var isChoosy = dispatcher is Demand.Sharing.BroadcastDispatcherOptions<int> && _random.Next(2) == 0;
        var subscription = new Subscription(new(++_lastId), new() { Selector = isChoosy ? "few" : null });
        Assert.True(_ledger.Subscribe(subscription).IsGranted);
        _consumers.Add((subscription, []));
    }

    private void Cancel(int index)
    {
        var leaver = _consumers[index].To;
        var handled = _random.NextInt64(leaver.Sent + 1);
        _consumers.RemoveAt(index);
        Carry(_ledger.Cancel(leaver, handled, failed: 1, DiscardCause.ConsumerGone));
    }

    private void Emit(int count)
    {
        _uninvited += Math.Max(0, count - _ledger.Owed);
        Carry(_ledger.Receive([.. Enumerable.Range(_next, count)]));
        _next += count;
    }

    private void Settle()
    {
        while (_ledger.TryServe(out var dispatch))
        {
            Carry(dispatch);
        }

        _asked += _ledger.Ask().Total;
    }

    private void Carry(Dispatch<int> dispatch)
    {
        foreach (var (to, first, events) in dispatch.Deliveries)
        {
            var received = _consumers.Single(consumer => consumer.To == to).Received;
            Assert.Equal(received.Count + 1, first);
            Assert.All(events, number => Assert.True(received.Count == 0 || number > received[^1]));
            received.AddRange(events);
            Assert.Equal(received.Order(), received);
        }
    }

    private void CheckLaws()
    {
        var books = _ledger.Balance();
        Assert.True(books.IsClosed, $"3: {books}");
        Assert.Equal(_asked + _uninvited, books.Received + books.Owed);
        Assert.InRange(books.DiscardedFor(DiscardCause.BufferFull), 0, _uninvited);
        Assert.All(_consumers, one => Assert.Equal(one.To.Granted, one.To.Sent + one.To.Outstanding));
        Assert.Equal(_consumers.Sum(one => one.To.Outstanding), _ledger.OutstandingOf(0));
    }
}
