using System.Collections.Concurrent;
using Party.Demand.Buffering;

namespace Party.Demand.Tests.Buffering;

public sealed class EventArraysTests
{
    private const int Longest = 131_072;

    [Fact]
    public void An_array_that_was_given_back_is_rented_again()
    {
        var arrays = new EventArrays<int>();
        var array = arrays.Rent(500);

        arrays.GiveBack(new(array, 0, 500));

        Assert.Same(array, arrays.Rent(512));
        Assert.NotSame(array, arrays.Rent(512));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    [InlineData(Longest)]
    [InlineData(Longest + 1)]
    public void An_array_has_at_least_the_length_that_was_asked_for(int length)
    {
        var arrays = new EventArrays<byte>();
        arrays.GiveBack(arrays.Rent(length));

        Assert.InRange(arrays.Rent(length).Length, length, Math.Max(16, (2 * length) - 1));
    }

    [Fact]
    public void What_is_given_back_holds_no_event()
    {
        var arrays = new EventArrays<object>();
        var array = arrays.Rent(16);
        Array.Fill(array, "event", 3, 5);

        arrays.GiveBack(new(array, 3, 5));

        Assert.All(arrays.Rent(16), Assert.Null);
    }

    [Theory]
    [InlineData(16, 256)]
    [InlineData(1024, 16)]
    [InlineData(Longest, 8)]
    [InlineData(Longest + 1, 0)]
    public void A_bounded_number_of_arrays_is_kept(int length, int kept)
    {
        var arrays = new EventArrays<byte>();
        var all = Enumerable.Range(0, 300).Select(_ => arrays.Rent(length)).ToHashSet();
        foreach (var array in all)
        {
            arrays.GiveBack(array);
        }

        Assert.Equal(kept, Enumerable.Range(0, 300).Select(_ => arrays.Rent(length)).Count(all.Contains));
    }

    [Fact]
    public void An_array_of_a_narrower_type_is_refused()
    {
        var arrays = new EventArrays<object>();

        Assert.Throws<ArrayTypeMismatchException>(() => arrays.GiveBack(new ArraySegment<object>(new string[16])));

        Assert.IsType<object[]>(arrays.Rent(16));
    }

    [Fact]
    public void No_array_is_rented_twice_at_a_time_while_others_give_back()
    {
        const int Rounds = 100_000;
        var arrays = new EventArrays<int>();
        var rented = new ConcurrentQueue<int[]>();
        var isDone = false;
        var wrong = 0;
        var givers = Enumerable.Range(0, 2).Select(_ => new Thread(GiveBack)).ToList();
        givers.ForEach(static giver => giver.Start());

        var spin = default(SpinWait);
        for (var round = 0; round < Rounds; round++)
        {
            var array = arrays.Rent(16);
            Turn(array, from: 0, to: 1);
            rented.Enqueue(array);
            while (rented.Count > 32)
            {
                spin.SpinOnce(sleep1Threshold: -1);
            }
        }

        Volatile.Write(ref isDone, true);
        givers.ForEach(static giver => giver.Join());

        Assert.Equal(0, wrong);
        Assert.Empty(rented);

        void GiveBack()
        {
            var wait = default(SpinWait);
            while (!Volatile.Read(ref isDone) || !rented.IsEmpty)
            {
                if (rented.TryDequeue(out var array))
                {
                    Turn(array, from: 1, to: 0);
                    arrays.GiveBack(array);
                }
                else
                {
                    wait.SpinOnce(sleep1Threshold: -1);
                }
            }
        }

        // Whoever has the array is alone with it.
        void Turn(int[] array, int from, int to)
        {
            if (Interlocked.Exchange(ref array[0], to) != from)
            {
                Interlocked.Increment(ref wrong);
            }
        }
    }
}
