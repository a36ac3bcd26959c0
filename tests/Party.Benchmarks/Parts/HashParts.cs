using System.Numerics;
using BenchmarkDotNet.Attributes;
using Party.Demand.Hashing;

namespace Party.Benchmarks.Parts;

/// <summary>The portable hash, type by type.</summary>
[MemoryDiagnoser]
public class HashParts
{
    private readonly long _long = 123_456_789_012;
    private readonly BigInteger _large = BigInteger.Pow(7, 100);
    private readonly string _word = "consectetur";
    private readonly string _accented = "übermütig";
    private readonly byte[] _bytes = [.. Enumerable.Range(0, 100).Select(static index => (byte)index)];
    private readonly Func<string, uint>? _chosen = PortableHash.For<string>();

    [Benchmark]
    public uint OfLong() => PortableHash.Of(_long);

    [Benchmark]
    public uint OfBigInteger() => PortableHash.Of(_large);

    [Benchmark]
    public uint OfWord() => PortableHash.Of(_word);

    [Benchmark]
    public uint OfWordThroughDelegate() => _chosen?.Invoke(_word) ?? 0;

    [Benchmark]
    public uint OfAccentedWord() => PortableHash.Of(_accented);

    [Benchmark]
    public uint OfHundredBytes() => PortableHash.Of(_bytes.AsSpan());
}
