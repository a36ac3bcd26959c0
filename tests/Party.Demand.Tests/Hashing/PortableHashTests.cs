using System.Numerics;
using Party.Demand.Hashing;

namespace Party.Demand.Tests.Hashing;

public sealed class PortableHashTests
{
    [Theory]
    [InlineData(0, 88723725)]
    [InlineData(1, 2614250)]
    [InlineData(-1, 44071773)]
    [InlineData(7, 846366)]
    [InlineData(134217727, 112602999)]
    [InlineData(134217728, 12354923)]
    [InlineData(-134217728, 69672967)]
    [InlineData(-134217729, 76739502)]
    [InlineData(2170407167199492866, 82433975)]
    [InlineData(-2223168343434672159, 72087527)]
    [InlineData(long.MaxValue, 28179613)]
    [InlineData(long.MinValue, 126213383)]
    public void An_integer_hashes_as_in_Erlang(long value, uint low27Bits)
    {
        Assert.Equal(low27Bits, PortableHash.Of(value) & 0x7ffffff);
    }

    [Theory]
    [InlineData("ljg", 84106013)]
    [InlineData("abcdefghijk", 96993671)]
    [InlineData("abcdefghijkl", 15432855)]
    [InlineData("abcdefghijklm", 11441572)]
    [InlineData("naïve café", 51319675)]
    [InlineData("lguqlragqlcebjxcv", 26735170)]
    [InlineData("rxxjvulhuom", 91593865)]
    [InlineData("kgwyzwvbicxzhybtiwjrjuas", 28045835)]
    public void A_string_hashes_as_its_UTF8_binary_in_Erlang(string value, uint low27Bits)
    {
        Assert.Equal(low27Bits, PortableHash.Of(value.AsSpan()) & 0x7ffffff);
        Assert.Equal(low27Bits, PortableHash.Of(System.Text.Encoding.UTF8.GetBytes(value)) & 0x7ffffff);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((1L << 27) - 1)]
    [InlineData(1L << 27)]
    [InlineData(-(1L << 27))]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void An_integer_hashes_the_same_whatever_type_holds_it(long value)
    {
        Assert.Equal(PortableHash.Of(value), PortableHash.Of(new BigInteger(value)));
    }

    [Fact]
    public void Integers_past_64_bits_take_part_with_all_their_digits()
    {
        var big = BigInteger.One << 64;

        BigInteger[] numbers = [big, -big, big + 1, big << 64];
        var hashes = numbers.Select(PortableHash.Of);

        Assert.Equal(4, hashes.Distinct().Count());
    }

    [Fact]
    public void Above_64_bits_neither_the_high_nor_the_low_half_of_a_digit_is_left_out()
    {
        var big = BigInteger.One << 64;

        var hashes = Enumerable.Range(0, 128).Select(bit => PortableHash.Of(big | (BigInteger.One << bit)));

        Assert.Equal(128, hashes.Distinct().Count());
    }

    [Fact]
    public void A_long_string_hashes_like_its_bytes()
    {
        var text = string.Concat(Enumerable.Repeat("naïve café 🎉 ", 100));

        Assert.Equal(PortableHash.Of(System.Text.Encoding.UTF8.GetBytes(text)), PortableHash.Of(text.AsSpan()));
    }

    [Fact]
    public void Bools_hash_as_the_atoms_of_their_names()
    {
        Assert.Equal((506293u, 7111573u), (PortableHash.Of(true), PortableHash.Of(false)));
    }

    [Fact]
    public void Types_that_Erlang_does_not_know_have_no_hash()
    {
        Assert.Null(PortableHash.For<DateTime>());
        Assert.Null(PortableHash.For<object>());
    }

    [Fact]
    public void Every_type_that_has_a_hash_gets_the_right_one()
    {
        var five = PortableHash.Of(5L);
        var bytes = PortableHash.Of("five"u8);

        Assert.Equal(five, PortableHash.For<int>()?.Invoke(5));
        Assert.Equal(five, PortableHash.For<long>()?.Invoke(5));
        Assert.Equal(five, PortableHash.For<BigInteger>()?.Invoke(5));
        Assert.Equal(bytes, PortableHash.For<string>()?.Invoke("five"));
        Assert.Equal(bytes, PortableHash.For<byte[]>()?.Invoke("five"u8.ToArray()));
        Assert.Equal(PortableHash.Of(true), PortableHash.For<bool>()?.Invoke(true));
    }
}
