using Party.Demand.Buffering;

namespace Party.Demand.Tests.Buffering;

public sealed class EventBufferTests
{
    [Fact]
    public void Events_leave_in_the_order_they_came()
    {
        var buffer = new EventBuffer<char>(new());

        buffer.Add("abc");
        buffer.Remove(1);
        buffer.Add("de");

        Assert.Equal("bcde", buffer.Events.ToString());
    }

    [Theory]
    [InlineData(BufferKeep.Last, "cdef")]
    [InlineData(BufferKeep.First, "abcd")]
    public void An_overflow_drops_from_the_end_that_is_not_kept(BufferKeep keep, string left)
    {
        var buffer = new EventBuffer<char>(new() { Size = 4, Keep = keep });

        var dropped = buffer.Add("abc") + buffer.Add("def");

        Assert.Equal((2, left), (dropped, buffer.Events.ToString()));
    }

    [Theory]
    [InlineData(BufferKeep.Last, "ef")]
    [InlineData(BufferKeep.First, "ab")]
    public void A_batch_larger_than_the_buffer_is_cut(BufferKeep keep, string left)
    {
        var buffer = new EventBuffer<char>(new() { Size = 2, Keep = keep });

        var dropped = buffer.Add("abcdef");

        Assert.Equal((4, left), (dropped, buffer.Events.ToString()));
    }

    [Fact]
    public void An_infinite_buffer_drops_nothing()
    {
        var buffer = new EventBuffer<int>(new() { Size = EventBufferOptions.Infinite });

        Assert.Equal(0, buffer.Add(new int[100_000]));
        Assert.Equal(100_000, buffer.Count);
    }

    [Fact]
    public void A_size_below_one_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventBufferOptions { Size = 0 });
    }

    [Fact]
    public void More_than_there_is_cannot_be_removed()
    {
        var buffer = new EventBuffer<char>(new());
        buffer.Add("ab");

        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Remove(3));
        Assert.Equal("ab", buffer.Events.ToString());
    }

    [Theory]
    [MemberData(nameof(Seeds.First), 50, MemberType = typeof(Seeds))]
    public void Added_is_taken_dropped_or_waiting(int seed)
    {
        var random = new Random(seed);
        var options = new EventBufferOptions { Size = random.Next(1, 60), Keep = (BufferKeep)random.Next(2) };
        var buffer = new EventBuffer<int>(options);
        var expected = new List<int>();
        var next = 0;

        for (var step = 0; step < 300; step++)
        {
            if (random.Next(2) == 0)
            {
                int[] events = [.. Enumerable.Range(next, random.Next(40))];
                next += events.Length;
                expected.AddRange(events);
                var excess = Math.Max(0, expected.Count - options.Size);
                expected.RemoveRange(options.Keep == BufferKeep.Last ? 0 : expected.Count - excess, excess);
                Assert.Equal(excess, buffer.Add(events));
            }
            else
            {
                var count = random.Next(expected.Count + 1);
                expected.RemoveRange(0, count);
                buffer.Remove(count);
            }

            Assert.Equal(expected, buffer.Events.ToArray());
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Only_what_is_there_can_be_removed(int count)
    {
        var buffer = new EventBuffer<int>(new());
        buffer.Add([1, 2]);

        Assert.Throws<ArgumentOutOfRangeException>(nameof(count), () => buffer.Remove(count));
        Assert.Equal([1, 2], buffer.Events.ToArray());
    }
}
