using Party.Demand.Hashing;

namespace Party.Demand.Tests.Hashing;

public sealed class StableHashTests
{
    // The first outputs of splitmix64 from seed 0, as its authors' generator makes them.
    [Theory]
    [InlineData(0x0000000000000000, 0xE220A8397B1DCDAF)]
    [InlineData(0x9E3779B97F4A7C15, 0x6E789E6AA1B965F4)]
    [InlineData(0x0000000000000001, 0x910A2DEC89025CC1)]
    public void Numbers_are_spread_as_by_splitmix64(ulong value, ulong spread)
    {
        Assert.Equal(spread, StableHash.Mix(value));
    }

    // Computed apart from this code, from the published algorithms.
    [Theory]
    [InlineData("party", 0x8B277519B287766B)]
    [InlineData("alpha", 0x64242548770C5928)]
    [InlineData("naïve café", 0x2D33A919ED470E8E)]
    [InlineData("", 0xEAE3E3A9B54D7DD3)]
    public void A_text_has_the_same_hash_everywhere(string text, ulong expected)
    {
        Assert.True(StableHash.TryGet<string>(out var hash));
        Assert.Equal(expected, hash(text));
    }

    [Theory]
    [InlineData(0, 0xF5C6D5A9DA292600)]
    [InlineData(1, 0x1DB5BE6D13E8A467)]
    [InlineData(42, 0x275C74D5CA3067F1)]
    [InlineData(1000, 0xCE315C74A7C03274)]
    public void A_number_has_the_same_hash_everywhere(int number, ulong expected)
    {
        Assert.True(StableHash.TryGet<int>(out var hash));
        Assert.True(StableHash.TryGet<long>(out var longHash));
        Assert.Equal((expected, expected), (hash(number), longHash(number)));
    }

    [Theory]
    [InlineData("one", 0x951175960F03FA41)]
    [InlineData("four", 0xDB70DF2470E245EB)]
    [InlineData("", 0xF879BD00C8047A3E)]
    public void A_name_has_the_same_hash_everywhere(string name, ulong expected)
    {
        Assert.Equal(expected, StableHash.OfName(name));
    }

    [Fact]
    public void A_type_that_Erlang_does_not_know_has_no_hash()
    {
        Assert.False(StableHash.TryGet<DateTime>(out _));
    }

    [Fact]
    public void A_hundred_thousand_names_have_hashes_of_their_own()
    {
        Assert.Equal(100_000, Enumerable.Range(0, 100_000).Select(n => StableHash.OfName($"{n}")).Distinct().Count());
    }
}
