using System.Runtime.InteropServices;

namespace Party.Flows.Keys;

/// <summary>Strings, by their characters: eight bytes at a time, with a secret of this process.</summary>
/// <remarks>Multiply and fold, as in Wang Yi's wyhash; the secret keeps others from choosing strings that collide.</remarks>
internal sealed class TextKeyHash : KeyHash<string>
{
    private static readonly ulong Secret = (ulong)Random.Shared.NextInt64() | 1;

    /// <summary>The one there is.</summary>
    public static TextKeyHash Instance { get; } = new();

    /// <inheritdoc/>
    public override uint Of(string key)
    {
        var bytes = MemoryMarshal.AsBytes(key.AsSpan());
        var hash = Secret ^ (uint)bytes.Length;
        while (bytes.Length >= sizeof(ulong))
        {
            hash = Fold(hash ^ MemoryMarshal.Read<ulong>(bytes), 0xA0761D6478BD642Ful);
            bytes = bytes[sizeof(ulong)..];
        }

        if (bytes.Length >= sizeof(uint))
        {
            hash ^= MemoryMarshal.Read<uint>(bytes);
            bytes = bytes[sizeof(uint)..];
        }

        if (bytes.Length >= sizeof(char))
        {
            hash ^= (ulong)MemoryMarshal.Read<ushort>(bytes) << 32;
        }

        hash = Fold(hash, 0xE7037ED1A0B428DBul);
        return (uint)(hash ^ (hash >> 32));
    }

    /// <inheritdoc/>
    public override bool AreSame(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static ulong Fold(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var low);
        return high ^ low;
    }
}
