using System.Runtime.InteropServices;

namespace Party.Flows.Keys;

/// <summary>Strings, by their characters.</summary>
/// <remarks>
/// Multiply and fold, as in Wang Yi's wyhash: the length decides how much is read, and most words take one decision. It
/// is the same in every run, so that a flow can be replayed; keys that come from strangers, who might choose them to
/// collide, are better compared by <see cref="StringComparer.Ordinal"/>, which has a secret.
/// </remarks>
internal sealed class TextKeyHash : KeyHash<string>
{
    private const ulong One = 0xA0761D6478BD642Ful;
    private const ulong Other = 0xE7037ED1A0B428DBul;

    /// <summary>The one there is.</summary>
    public static TextKeyHash Instance { get; } = new();

    /// <inheritdoc/>
    public override uint Of(string key)
    {
        var bytes = MemoryMarshal.AsBytes(key.AsSpan());
        var hash = bytes.Length switch
        {
            >= 4 * sizeof(ulong) => OfLong(ref bytes),
            _ => (ulong)bytes.Length * Other,
        };
        hash = bytes.Length switch
        {
            >= 2 * sizeof(ulong) => Fold(
                hash ^ Read(bytes) ^ One, Read(bytes[sizeof(ulong)..]) ^ Fold(Read(bytes[^16..]) ^ Other, Read(bytes[^8..]) ^ One)),
            >= sizeof(ulong) => Fold(hash ^ Read(bytes) ^ One, Read(bytes[^8..]) ^ Other),
            >= sizeof(uint) => Fold(
                hash ^ MemoryMarshal.Read<uint>(bytes) ^ One, MemoryMarshal.Read<uint>(bytes[^4..]) ^ Other),
            >= sizeof(char) => Fold(hash ^ MemoryMarshal.Read<ushort>(bytes) ^ One, Other),
            _ => hash,
        };
        return (uint)(hash ^ (hash >> 32));
    }

    /// <inheritdoc/>
    public override bool AreSame(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    // All but the last bytes, of which there are fewer than thirty-two.
    private static ulong OfLong(ref ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length * Other;
        while (bytes.Length >= 4 * sizeof(ulong))
        {
            hash = Fold(hash ^ Read(bytes) ^ One, Read(bytes[sizeof(ulong)..]) ^ Other);
            bytes = bytes[(2 * sizeof(ulong))..];
        }

        return hash;
    }

    private static ulong Read(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<ulong>(bytes);

    private static ulong Fold(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var low);
        return high ^ low;
    }
}
