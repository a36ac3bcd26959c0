using System.Numerics;
using System.Text.Json;
using Party.Conformance.Recordings;
using Party.Demand.Hashing;

namespace Party.Conformance.Hashing;

/// <summary>Holds the portable hash against rows of Erlang's <c>phash2</c>.</summary>
public sealed class HashReplay : IReplay
{
    public bool Knows(JsonElement recorded) =>
        recorded.TryGetProperty("phash2", out _) && recorded.TryGetProperty("value", out _);

    public Verdict Replay(JsonElement recorded)
    {
        var value = recorded.GetProperty("value");
        var hash = HashOf(recorded.GetProperty("type").ToString(), value);
        var expected = recorded.EnumerateObject()
            .Where(member => member.Name == "phash2" || member.Name.StartsWith("mod", StringComparison.Ordinal))
            .Select(member => (member.Name, Value: member.Value.GetUInt32()));
        var wrong = expected
            .Select(member => (member.Name, member.Value, Got: Reduce(hash, member.Name)))
            .Where(member => member.Got != member.Value)
            .Select(member => $"expected {member.Name} of {value} to be {member.Value}, got {member.Got}")
            .ToArray();

        return wrong.Length == 0 ? Verdict.Passed() : Verdict.Failed(string.Join("; ", wrong));
    }

    private static uint HashOf(string type, JsonElement value) => type switch
    {
        "string" => PortableHash.Of(value.ToString().AsSpan()),
        "bool" or "boolean" => PortableHash.Of(value.GetBoolean()),
        _ when value.TryGetInt64(out var number) => PortableHash.Of(number),
        _ => PortableHash.Of(BigInteger.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture)),
    };

    // phash2/1 keeps 27 bits; phash2/2 takes all 32 modulo its range.
    private static uint Reduce(uint hash, string member) => member == "phash2"
        ? hash & ((1u << 27) - 1)
        : hash % uint.Parse(member.AsSpan("mod".Length), System.Globalization.CultureInfo.InvariantCulture);
}
