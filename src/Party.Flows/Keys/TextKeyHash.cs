using System.Runtime.InteropServices;

namespace Party.Flows.Keys;

/// <summary>Strings, by their characters.</summary>
/// <remarks>
/// Multiply and fold, as in Wang Yi's wyhash. It is the same in every run, so that a flow can be replayed; keys that
/// come from strangers, who might choose them to collide, are better compared by <see cref="StringComparer.Ordinal"/>,
/// which has a secret.
/// </remarks>
internal sealed class TextKeyHash : KeyHash<string>
{
    private const ulong One = 0xA0761D6478BD642Ful;
    private const ulong Other = 0xE7037ED1A0B428DBul;
    private const ulong Third = 0x8EBC6AF09C88C6E3ul;
    private const ulong Fourth = 0x589965CC75374CC3ul;

    // In bytes: what is read at once, and what four of those cover.
    private const int Read = sizeof(ulong);
    private const int Most = 4 * Read;

    /// <summary>The one there is.</summary>
    public static TextKeyHash Instance { get; } = new();

    /// <inheritdoc/>
    public override uint Of(string key)
    {
        var bytes = MemoryMarshal.AsBytes(key.AsSpan());
        var hash = (ulong)bytes.Length * Other;
        hash = bytes.Length switch
        {
            < Read => OfFew(key, hash),
            <= Most => OfWord(bytes, hash),
            _ => OfLong(bytes, hash),
        };
        return (uint)(hash ^ (hash >> 32));
    }

    /// <inheritdoc/>
    public override bool AreSame(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    // At most three characters: the first, the middle and the last are all there are.
    private static ulong OfFew(string key, ulong seed) => key.Length == 0
        ? seed
        : Fold(seed ^ One ^ key[0] ^ ((ulong)key[key.Length >> 1] << 16) ^ ((ulong)key[^1] << 32), Other);

    // Four to sixteen characters, by the same four reads, which overlap. Decisions on the length would be guessed wrong
    // for many words of a text; docs/performance.md has what that cost.
    private static ulong OfWord(ReadOnlySpan<byte> bytes, ulong seed)
    {
        var last = bytes.Length - Read;
        var middle = bytes.Length / (2 * Read) * Read;
        return Fold(At(bytes, 0) ^ seed ^ One, At(bytes, last) ^ Other)
            ^ Fold(At(bytes, middle) ^ seed ^ Third, At(bytes, last - middle) ^ Fourth);
    }

    private static ulong OfLong(ReadOnlySpan<byte> bytes, ulong seed)
    {
        var hash = seed;
        for (; bytes.Length > Most; bytes = bytes[(2 * Read)..])
        {
            hash = Fold(At(bytes, 0) ^ hash ^ One, At(bytes, Read) ^ Other);
        }

        return OfWord(bytes, hash);
    }

    private static ulong At(ReadOnlySpan<byte> bytes, int offset) => MemoryMarshal.Read<ulong>(bytes[offset..]);

    private static ulong Fold(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var low);
        return high ^ low;
    }
}
