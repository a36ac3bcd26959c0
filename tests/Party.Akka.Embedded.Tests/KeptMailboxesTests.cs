using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Akka.Dispatch.Executing;
using Akka.Dispatch.Mailing;

namespace Akka.Embedded.Tests;

public sealed class KeptMailboxesTests
{
    private readonly KeptMailboxes _kept = new();

    [Fact]
    public void What_was_added_comes_out_in_order_and_once()
    {
        var (first, second) = (NewMailbox(), NewMailbox());
        Assert.True(_kept.IsEmpty);
        _kept.TryAdd(first);
        _kept.TryAdd(second);

        Assert.False(_kept.IsEmpty);
        Assert.Equal([first, second, null], [_kept.Take(), _kept.Take(), _kept.Take()]);
        Assert.Equal(2, _kept.Taken);
    }

    [Fact]
    public void A_full_ring_takes_no_more_until_one_is_taken()
    {
        var all = Enumerable.Range(0, KeptMailboxes.Room).Select(_ => NewMailbox()).ToList();
        Assert.All(all, mailbox => Assert.True(_kept.TryAdd(mailbox)));
        var late = NewMailbox();
        Assert.False(_kept.TryAdd(late));

        Assert.Same(all[0], _kept.Take());

        Assert.True(_kept.TryAdd(late));
        Assert.Equal([.. all[1..], late], Enumerable.Range(0, KeptMailboxes.Room).Select(_ => _kept.Take()!));
    }

    [Fact]
    public void Two_takers_and_the_owner_take_everything_once()
    {
        const int Count = 50_000;
        var all = Enumerable.Range(0, Count).Select(_ => NewMailbox()).ToList();
        var taken = new ConcurrentBag<Mailbox>();
        var isDone = false;
        var takers = Enumerable.Range(0, 2).Select(_ => new Thread(Take)).ToList();
        takers.ForEach(static taker => taker.Start());

        foreach (var mailbox in all)
        {
            while (!_kept.TryAdd(mailbox))
            {
                TakeOne();
            }
        }

        Volatile.Write(ref isDone, true);
        takers.ForEach(static taker => taker.Join());

        Assert.Equal(Count, taken.Count);
        Assert.Equal(all.ToHashSet(), taken.ToHashSet());

        void Take()
        {
            while (!Volatile.Read(ref isDone) || !_kept.IsEmpty)
            {
                TakeOne();
            }
        }

        void TakeOne()
        {
            if (_kept.Take() is { } mailbox)
            {
                taken.Add(mailbox);
            }
        }
    }

    [Fact]
    public void What_was_taken_can_be_let_go_of()
    {
        var gone = AddAndTake();
        _kept.Forget();

        GC.Collect();

        Assert.False(gone.TryGetTarget(out _));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference<Mailbox> AddAndTake()
    {
        _kept.TryAdd(NewMailbox());
        return new(_kept.Take()!);
    }

    private static Mailbox NewMailbox() => new(cell: null!, configured: null);
}
