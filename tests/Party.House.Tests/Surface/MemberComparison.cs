using System.Text.Json;

namespace Party.House.Tests.Surface;

/// <summary>Holds a member of ours against Akka.NET's member of the same signature.</summary>
public static class MemberComparison
{
    public static IEnumerable<string> Differences(ApiMember own, ApiMember akka)
    {
        var found = new Findings();
        found.ExpectSame("accessibility", own.Accessibility, akka.Accessibility);
        found.Expect(own.Static == akka.Static || own.Kind == "enumValue", "is static on one side only.");
        found.Expect(own.Abstract == akka.Abstract, "is abstract on one side only.");
        found.Expect(!own.Virtual || akka.Virtual, "is virtual, Akka.NET's is not.");
        CompareAccessor("getter", own, own.Get, akka.Get, found);
        CompareAccessor("setter", own, own.Set, akka.Set, found);
        found.Expect(IsSame(own.Value, akka.Value), $"is {own.Value}, Akka.NET's is {akka.Value}.");
        found.ExpectSame("type parameters", own.GenericParameters, akka.GenericParameters);
        foreach (var (mine, its) in own.Parameters.Zip(akka.Parameters))
        {
            Compare(mine, its, found);
        }

        return found;
    }

    // Of an abstract property none may be left out: everyone who implements it for Akka.NET must have it.
    private static void CompareAccessor(string what, ApiMember own, string? mine, string? its, Findings found)
    {
        var mayBeMissing = mine is null && !own.Abstract;
        found.Expect(mayBeMissing || mine == its, $"has the {what} {mine ?? "none"}, Akka.NET's {its ?? "none"}.");
    }

    private static void Compare(ApiParameter own, ApiParameter akka, Findings found)
    {
        var isSameDefault = akka.Optional && IsSame(own.Default, akka.Default);
        found.Expect(own.Name == akka.Name, $"has a parameter {own.Name}, which Akka.NET calls {akka.Name}.");
        found.Expect(own.Modifier is null || own.Modifier == akka.Modifier, $"has {own.Name} as {own.Modifier}.");
        found.Expect(!own.Optional || isSameDefault, $"has {own.Name} optional with {own.Default}, Akka.NET's is not.");
    }

    private static bool IsSame(JsonElement left, JsonElement right)
    {
        if (IsEmpty(left) || IsEmpty(right))
        {
            return (IsEmpty(left) || IsZero(left)) && (IsEmpty(right) || IsZero(right));
        }

        return Text(left) == Text(right);
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    // The document leaves out a value of zero, and writes strings in quotes.
    private static bool IsZero(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.GetDouble() == 0;

    private static string Text(JsonElement value) => value.ToString().Trim('"');
}
