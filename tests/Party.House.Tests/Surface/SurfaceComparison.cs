using System.Text.Json;

namespace Party.House.Tests.Surface;

/// <summary>Holds our surface against the document: whatever compiles against ours must compile against Akka.NET.</summary>
/// <remarks>Ours may have less, be more sealed and less virtual. It may not have more, nor leave out what an implementer must implement.</remarks>
public sealed class SurfaceComparison(ApiDocument document)
{
    public IEnumerable<string> Differences(Type own)
    {
        var name = OwnSurface.FullName(own);
        if (document.Find(name) is not { } akka)
        {
            return [$"{name}: Akka.NET has no such type."];
        }

        return TypeDifferences(own, akka)
            .Concat(OwnSurface.Members(own).SelectMany(member => MemberDifferences(member, akka)))
            .Concat(OwnSurface.IsOpen(own) ? LeftOut(own, akka) : [])
            .Select(difference => $"{name}: {difference}");
    }

    private static IEnumerable<string> Unless(bool condition, string difference) => condition ? [] : [difference];

    private static bool IsSame(JsonElement left, JsonElement right)
    {
        var isLeftEmpty = left.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;
        var isRightEmpty = right.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;
        return isLeftEmpty || isRightEmpty ? isLeftEmpty == isRightEmpty || IsZero(left) || IsZero(right) : Text(left) == Text(right);
    }

    // The document leaves out a value of zero, and writes strings in quotes.
    private static bool IsZero(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.GetDouble() == 0;

    private static string Text(JsonElement value) => value.ToString().Trim('"');

    private IEnumerable<string> TypeDifferences(Type own, ApiType akka)
    {
        var isStatic = own is { IsAbstract: true, IsSealed: true };
        var interfaces = own.GetInterfaces().Where(type => type.IsPublic || type.IsNestedPublic).Select(TypeText.Of).Except(akka.Interfaces);
        var bases = document.Lineage(akka).Select(each => each.Type.BaseType).Append("System.Object").Append("System.ValueType");
        return
        [
            .. Unless(OwnSurface.Kind(own) == akka.Kind, $"is a {OwnSurface.Kind(own)}, Akka.NET's is a {akka.Kind}."),
            .. Unless(isStatic == akka.Static, "is static on one side only."),
            .. Unless(isStatic || own.IsInterface || own.IsAbstract == akka.Abstract, "is abstract on one side only."),
            .. Unless(own.IsSealed || own.IsInterface || !akka.Sealed, "is open, Akka.NET's is sealed."),
            .. Unless(own.BaseType is null || own.IsEnum || bases.Contains(TypeText.Of(own.BaseType)), $"is derived from {own.BaseType}, Akka.NET's is not."),
            .. Unless(own.IsEnum || akka.Kind == "delegate" || !interfaces.Any(), $"implements {string.Join(", ", interfaces)}, Akka.NET's does not."),
            .. GenericDifferences("the type", OwnSurface.GenericParameters(own.IsNested ? [] : own.GetGenericArguments()), akka.GenericParameters),
            .. akka.Kind == "delegate" ? DelegateDifferences(own, akka) : [],
        ];
    }

    private static IEnumerable<string> DelegateDifferences(Type own, ApiType akka)
    {
        var invoke = own.GetMethod("Invoke") ?? throw new InvalidOperationException($"Expected Invoke on the delegate {own}, got none.");
        return Unless(
            TypeText.Of(invoke.ReturnType) == akka.ReturnType && OwnSurface.Parameters(invoke).Select(each => each.Type).SequenceEqual(akka.Parameters.Select(each => each.Type)),
            "has another signature.");
    }

    private static IEnumerable<string> GenericDifferences(string what, IReadOnlyList<ApiGenericParameter> own, IReadOnlyList<ApiGenericParameter> akka) => Unless(
        own.Select(each => each.ToString()).SequenceEqual(akka.Select(each => each.ToString())),
        $"{what} has the type parameters [{string.Join("; ", own)}], Akka.NET's has [{string.Join("; ", akka)}].");

    private IEnumerable<string> MemberDifferences(ApiMember own, ApiType akka)
    {
        var candidates = document.Lineage(akka).Concat(akka.Kind == "interface" ? document.Interfaces(akka) : [])
            .SelectMany(each => each.Type.Members.Select(member => (Member: member, each.Arguments)))
            .Where(each => each.Member.Name == own.Name)
            .ToList();
        var found = candidates.Find(each => each.Member.Signature(each.Arguments) == own.ToString()).Member;
        if (found is null)
        {
            return [$"{own}: Akka.NET has no such member" + (candidates.Count == 0 ? "." : $"; it has {string.Join(" and ", candidates.Select(each => each.Member))}.")];
        }

        return
        [
            .. Unless(own.Accessibility == found.Accessibility, $"{own} is {own.Accessibility}, Akka.NET's is {found.Accessibility}."),
            .. Unless(own.Static == found.Static || own.Kind == "enumValue", $"{own} is static on one side only."),
            .. Unless(own.Abstract == found.Abstract, $"{own} is abstract on one side only."),
            .. Unless(!own.Virtual || found.Virtual, $"{own} is virtual, Akka.NET's is not."),
            .. Unless(own.Get is null || own.Get == found.Get, $"{own} has the getter {own.Get}, Akka.NET's has {found.Get ?? "none"}."),
            .. Unless(own.Set is null || own.Set == found.Set, $"{own} has the setter {own.Set}, Akka.NET's has {found.Set ?? "none"}."),
            .. Unless(IsSame(own.Value, found.Value), $"{own} is {own.Value}, Akka.NET's is {found.Value}."),
            .. GenericDifferences(own.Name, own.GenericParameters, found.GenericParameters),
            .. own.Parameters.Zip(found.Parameters, (mine, its) => ParameterDifferences(own, mine, its)).SelectMany(each => each),
        ];
    }

    private static IEnumerable<string> ParameterDifferences(ApiMember member, ApiParameter own, ApiParameter akka) =>
    [
        .. Unless(own.Name == akka.Name, $"{member}: parameter {own.Name} is called {akka.Name} by Akka.NET."),
        .. Unless(own.Modifier is null || own.Modifier == akka.Modifier, $"{member}: parameter {own.Name} is {own.Modifier}, Akka.NET's is not."),
        .. Unless(!own.Optional || (akka.Optional && IsSame(own.Default, akka.Default)), $"{member}: parameter {own.Name} is optional with {own.Default}, Akka.NET's is not."),
    ];

    // What a class outside must override, or an interface outside must implement, on Akka.NET but not here.
    private IEnumerable<string> LeftOut(Type own, ApiType akka)
    {
        var mine = Lineage(own).SelectMany(OwnSurface.Members).Select(member => member.Name + member.Parameters.Count).ToHashSet();
        return Unimplemented(akka)
            .Where(member => !mine.Contains(member.Name + member.Parameters.Count))
            .Select(member => $"leaves out {member}, which Akka.NET makes everyone implement.");
    }

    private IEnumerable<ApiMember> Unimplemented(ApiType akka)
    {
        if (akka.Kind == "interface")
        {
            return document.Interfaces(akka).Select(each => each.Type).Prepend(akka).SelectMany(type => type.Members).Where(member => member.Abstract);
        }

        var lineage = document.Lineage(akka).SelectMany(each => each.Type.Members).ToList();
        return lineage.Where(member => member.Abstract && !lineage.Exists(other => other.Override && other.Name == member.Name));
    }

    private static IEnumerable<Type> Lineage(Type type)
    {
        var bases = new List<Type>();
        for (var current = type; current is not null; current = current.BaseType)
        {
            bases.Add(current);
        }

        return bases.Concat(type.GetInterfaces()).Where(each => (each.Namespace ?? "").StartsWith("Akka", StringComparison.Ordinal));
    }
}
