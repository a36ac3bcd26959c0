using Party.Flows.Keys;

namespace Party.Flows.Tests.Keys;

public sealed class KeyTableTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Fact]
    public void A_key_is_new_once()
    {
        var hash = KeyHash.For<int>(comparer: null);
        var table = new KeyTable<int, string>(hash);

        Assert.True(Put(table, hash, 7, "first"));
        Assert.False(Put(table, hash, 7, "second"));
        Assert.Equal(["7=second"], Shown(table));
    }

    [Fact]
    public void Keys_stay_in_the_order_they_came_however_many()
    {
        var keys = Enumerable.Range(0, 10_000).Select(number => number * 7919 % 10_007).ToArray();
        var hash = KeyHash.For<int>(comparer: null);
        var table = new KeyTable<int, string>(hash);

        foreach (var key in keys.Concat(keys))
        {
            Put(table, hash, key);
        }

        Assert.Equal(keys, Keys(table));
    }

    [Fact]
    public void Keys_that_all_hash_to_the_same_are_told_apart()
    {
        var hash = new CoarseHash(values: 1);
        var table = new KeyTable<int, string>(hash);

        for (var key = 0; key < 100; key++)
        {
            Assert.True(Put(table, hash, key));
        }

        Assert.Equal(Enumerable.Range(0, 100), Keys(table));
    }

    [Fact]
    public void Words_are_the_same_by_their_letters()
    {
        var hash = KeyHash.For<string>(comparer: null);
        var table = new KeyTable<string, string>(hash);

        Assert.True(Put(table, hash, "word", "one"));
        Assert.False(Put(table, hash, new string(['w', 'o', 'r', 'd']), "two"));
        Assert.True(Put(table, hash, "Word", "three"));
        Assert.Equal(["word=two", "Word=three"], Shown(table));
    }

    [Fact]
    public void A_comparer_says_which_keys_are_the_same()
    {
        var hash = KeyHash.For<string>(StringComparer.OrdinalIgnoreCase);
        var table = new KeyTable<string, string>(hash);

        Assert.True(Put(table, hash, "word", "one"));
        Assert.False(Put(table, hash, "WORD", "two"));
        Assert.Equal(["word=two"], Shown(table));
    }

    [Fact]
    public void What_was_cleared_is_new_again_and_has_no_value()
    {
        var hash = KeyHash.For<int>(comparer: null);
        var table = new KeyTable<int, string>(hash);
        for (var key = 0; key < 50; key++)
        {
            Put(table, hash, key, "old");
        }

        table.Clear();
        ref var value = ref table.ValueOf(hash.Of(3), 3, out var isNew);

        Assert.True(isNew);
        Assert.Null(value);
        Assert.Equal([3], Keys(table));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void It_is_a_dictionary_that_keeps_the_order(int seed)
    {
        var random = new Random(seed);
        var hash = new CoarseHash((uint)random.Next(1, 400));
        var table = new KeyTable<int, int>(hash);
        var known = new Dictionary<int, int>();
        var order = new List<int>();

        for (var step = 0; step < 2000; step++)
        {
            if (random.Next(700) == 0)
            {
                table.Clear();
                known.Clear();
                order.Clear();
            }

            var key = random.Next(500);
            ref var value = ref table.ValueOf(hash.Of(key), key, out var isNew);
            Assert.Equal(known.TryAdd(key, 0), isNew);
            Assert.Equal(known[key], value);
            known[key] = value = random.Next();
            if (isNew)
            {
                order.Add(key);
            }
        }

        Assert.Equal(order.Select(key => (key, known[key])), Pairs(table));
    }

    private static bool Put<TKey>(KeyTable<TKey, string> table, KeyHash<TKey> hash, TKey key, string value = "")
    {
        table.ValueOf(hash.Of(key), key, out var isNew) = value;
        return isNew;
    }

    private static (TKey Key, TValue Value)[] Pairs<TKey, TValue>(KeyTable<TKey, TValue> table)
    {
        var pairs = new List<(TKey, TValue)>();
        foreach (ref var entry in table.Entries)
        {
            pairs.Add((entry.Key, entry.Value));
        }

        return [.. pairs];
    }

    private static IEnumerable<TKey> Keys<TKey, TValue>(KeyTable<TKey, TValue> table) =>
        Pairs(table).Select(pair => pair.Key);

    private static IEnumerable<string> Shown<TKey, TValue>(KeyTable<TKey, TValue> table) =>
        Pairs(table).Select(pair => $"{pair.Key}={pair.Value}");
}
