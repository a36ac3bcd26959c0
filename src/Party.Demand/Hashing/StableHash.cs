using System.Diagnostics.CodeAnalysis;

namespace Party.Demand.Hashing;

/// <summary>A hash of 64 bits, the same on every machine, in every process and version.</summary>
/// <remarks>
/// It is <see cref="PortableHash"/>, whose 32 bits are spread over 64 by one step of splitmix64 (Steele, Lea and Flood,
/// 2014; the constants are Stafford's variant 13). That is one-to-one: what differs in 32 bits differs in 64.
/// </remarks>
public static class StableHash
{
    /// <summary>Spreads a number: every bit of the result depends on every bit of it. One-to-one.</summary>
    public static ulong Mix(ulong value)
    {
        var spread = unchecked(value + 0x9E3779B97F4A7C15);
        spread = unchecked((spread ^ (spread >> 30)) * 0xBF58476D1CE4E5B9);
        spread = unchecked((spread ^ (spread >> 27)) * 0x94D049BB133111EB);
        return spread ^ (spread >> 31);
    }

    /// <summary>The hash of a name, made of two of <see cref="PortableHash"/>: few names share it.</summary>
    /// <remarks>The upper 32 bits are of the name, the lower ones of the name with a zero behind it.</remarks>
    public static ulong OfName(string name) =>
        Mix(((ulong)PortableHash.Of(name.AsSpan()) << 32) | PortableHash.Of((name + '\0').AsSpan()));

    /// <summary>The hash function for values of one type.</summary>
    /// <param name="hash">From a value to its hash; null where there is none.</param>
    /// <returns>False where <see cref="PortableHash"/> does not know the type.</returns>
    public static bool TryGet<TKey>([NotNullWhen(true)] out Func<TKey, ulong>? hash)
    {
        var narrow = PortableHash.For<TKey>();
        hash = narrow is null ? null : key => Mix(narrow(key));
        return hash is not null;
    }
}
