using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Party.Demand.Hashing;

/// <summary>Erlang's <c>phash2</c>: one hash for one value on every machine, in every process and version.</summary>
/// <remarks>
/// <para>
/// GenStage's partition dispatcher names partitions by it, so keys fall where they fell there. A string hashes as
/// the binary of its UTF-8 bytes (a lone surrogate as U+FFFD), a bool as the atom <c>true</c> or <c>false</c>.
/// </para>
/// <para>
/// Algorithm: <c>make_hash2</c> of the Erlang runtime (OTP 19 to 25), which mixes with Bob Jenkins' 96-bit mix of
/// 1996 (<c>lookup2</c>). The full hash has 32 bits; <c>phash2/1</c> keeps the low 27, <c>phash2/2</c> takes all 32
/// modulo the range.
/// </para>
/// </remarks>
public static class PortableHash
{
    private const uint Golden = 0x9e3779b9;
    private const uint NegativeBig = unchecked(10 * Golden);
    private const uint PositiveBig = unchecked(11 * Golden);
    private const uint Binary = unchecked(13 * Golden);
    private const uint AtomTrue = 0x0007b9b5;
    private const uint AtomFalse = 0x006c8395;
    private const int SmallBits = 27;
    private const int StackBytes = 256;

    /// <summary>The 32-bit hash of an integer.</summary>
    public static uint Of(long value)
    {
        if (value is < -(1L << SmallBits) or >= 1L << SmallBits)
        {
            var (sign, magnitude) = value < 0 ? (NegativeBig, unchecked((ulong)-value)) : (PositiveBig, (ulong)value);
            return Mix((uint)magnitude, (uint)(magnitude >> 32), sign, 0);
        }

        var small = (int)value;
        var hash = small < 0 ? Mix((uint)-small, 0, Golden, 0) : 0;
        return Mix((uint)small, 0, Golden, hash);
    }

    /// <summary>
    /// The 32-bit hash of an integer of any size; equal to that of the same value as a <see cref="long"/>.
    /// </summary>
    public static uint Of(BigInteger value)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
        {
            return Of((long)value);
        }

        var sign = value.Sign < 0 ? NegativeBig : PositiveBig;
        var digits = BigInteger.Abs(value).ToByteArray(isUnsigned: true);
        Array.Resize(ref digits, (digits.Length + 7) / 8 * 8);

        var hash = 0u;
        for (var rest = digits.AsSpan(); !rest.IsEmpty; rest = rest[8..])
        {
            var digit = BinaryPrimitives.ReadUInt64LittleEndian(rest);
            hash = Mix((uint)digit, (uint)(digit >> 32), sign, hash);
        }

        return hash;
    }

    /// <summary>The 32-bit hash of a bool, as Erlang hashes the atom of that name.</summary>
    public static uint Of(bool value) => value ? AtomTrue : AtomFalse;

    /// <summary>The 32-bit hash of a string's UTF-8 bytes.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > StackBytes ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> bytes = rented ?? stackalloc byte[StackBytes];
        var hash = Of((ReadOnlySpan<byte>)bytes[..Encoding.UTF8.GetBytes(text, bytes)]);

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return hash;
    }

    /// <summary>The 32-bit hash of bytes, as Erlang hashes a binary.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return Binary;
        }

        uint a = Golden, b = Golden, c = Binary;
        var rest = bytes;
        for (; rest.Length >= 12; rest = rest[12..])
        {
            a += BinaryPrimitives.ReadUInt32LittleEndian(rest);
            b += BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            c += BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]);
            Mix(ref a, ref b, ref c);
        }

        // The last block is padded with zeros; the lowest byte of c belongs to the length.
        Span<byte> last = stackalloc byte[12];
        last.Clear();
        rest.CopyTo(last);
        a += BinaryPrimitives.ReadUInt32LittleEndian(last);
        b += BinaryPrimitives.ReadUInt32LittleEndian(last[4..]);
        c += (uint)bytes.Length + (BinaryPrimitives.ReadUInt32LittleEndian(last[8..]) << 8);
        Mix(ref a, ref b, ref c);
        return c;
    }

    /// <summary>The hash function for events of one type.</summary>
    /// <returns>Null where Erlang has no counterpart of the type.</returns>
    public static Func<TEvent, uint>? For<TEvent>() => (Func<TEvent, uint>?)For(typeof(TEvent));

    private static Delegate? For(Type type) => type switch
    {
        _ when type == typeof(int) => new Func<int, uint>(static value => Of(value)),
        _ when type == typeof(long) => new Func<long, uint>(static value => Of(value)),
        _ when type == typeof(BigInteger) => new Func<BigInteger, uint>(static value => Of(value)),
        _ when type == typeof(bool) => new Func<bool, uint>(static value => Of(value)),
        _ when type == typeof(string) => new Func<string, uint>(static value => Of(value.AsSpan())),
        _ when type == typeof(byte[]) => new Func<byte[], uint>(static value => Of(value.AsSpan())),
        _ => null,
    };

    private static uint Mix(uint low, uint high, uint constant, uint hash)
    {
        var a = constant + low;
        var b = constant + high;
        Mix(ref a, ref b, ref hash);
        return hash;
    }

    private static void Mix(ref uint a, ref uint b, ref uint c)
    {
        a = (a - b - c) ^ (c >> 13);
        b = (b - c - a) ^ (a << 8);
        c = (c - a - b) ^ (b >> 13);
        a = (a - b - c) ^ (c >> 12);
        b = (b - c - a) ^ (a << 16);
        c = (c - a - b) ^ (b >> 5);
        a = (a - b - c) ^ (c >> 3);
        b = (b - c - a) ^ (a << 10);
        c = (c - a - b) ^ (b >> 15);
    }
}
