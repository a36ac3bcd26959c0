namespace Party.House.Tests.Surface;

/// <summary>Holds our types against the document: whatever compiles here must compile against Akka.NET.</summary>
/// <remarks>
/// Ours may have less, be more sealed and less virtual. They may not have more, nor leave out what Akka.NET makes
/// everyone implement.
/// </remarks>
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
            .Concat(OwnMembers.Of(own).SelectMany(member => MemberDifferences(member, akka)))
            .Concat(OwnSurface.IsOpen(own) ? LeftOut(own, akka) : [])
            .Select(difference => $"{name}: {difference}");
    }

    private Findings TypeDifferences(Type own, ApiType akka)
    {
        var found = new Findings();
        found.Expect(OwnSurface.Kind(own) == akka.Kind, $"is a {OwnSurface.Kind(own)}, Akka.NET's is a {akka.Kind}.");
        if (akka.Kind == "delegate")
        {
            found.Expect(HasSignature(own, akka), "has another signature.");
        }

        if (akka.Kind is "class" or "struct" or "interface")
        {
            var isStatic = own is { IsAbstract: true, IsSealed: true };
            var extra = OwnSurface.Interfaces(own).Except(akka.Interfaces).ToList();
            var isAbstract = own.IsAbstract && !isStatic && !own.IsInterface;
            found.Expect(isStatic == akka.Static, "is static on one side only.");
            found.Expect(isAbstract == (akka.Abstract && akka.Kind != "interface"), "is abstract on one side only.");
            found.Expect(own.IsSealed || own.IsInterface || !akka.Sealed, "is open, Akka.NET's is sealed.");
            found.Expect(HasBase(akka, own.BaseType), $"is derived from {own.BaseType}, Akka.NET's is not.");
            found.Expect(extra.Count == 0, $"implements {string.Join(", ", extra)}, Akka.NET's does not.");
        }

        var parameters = OwnSurface.GenericParameters(own.IsNested ? [] : own.GetGenericArguments());
        found.ExpectSame("type parameters", parameters, akka.GenericParameters);
        return found;
    }

    private IEnumerable<string> MemberDifferences(ApiMember own, ApiType akka)
    {
        var candidates = document.Lineage(akka)
            .Concat(akka.Kind == "interface" ? document.Interfaces(akka) : [])
            .SelectMany(each => each.Type.Members.Select(member => (Member: member, each.Arguments)))
            .Where(each => each.Member.Name == own.Name)
            .ToList();
        var same = candidates.Find(each => each.Member.Signature(each.Arguments) == own.ToString()).Member;
        if (same is not null)
        {
            return MemberComparison.Differences(own, same).Select(difference => $"{own} {difference}");
        }

        var instead = string.Join(" and ", candidates.Select(each => each.Member));
        return [$"{own}: Akka.NET has no such member. It has {(instead.Length == 0 ? "none of that name" : instead)}."];
    }

    // What a class outside must override, or an interface outside must implement, on Akka.NET but not here.
    private IEnumerable<string> LeftOut(Type own, ApiType akka)
    {
        var mine = OwnSurface.Lineage(own)
            .SelectMany(OwnMembers.Of)
            .Select(member => (member.Name, member.Parameters.Count))
            .ToHashSet();
        return Unimplemented(akka)
            .Where(member => !mine.Contains((member.Name, member.Parameters.Count)))
            .Select(member => $"leaves out {member}, which Akka.NET makes everyone implement.");
    }

    private IEnumerable<ApiMember> Unimplemented(ApiType akka)
    {
        var types = akka.Kind == "interface"
            ? document.Interfaces(akka).Select(each => each.Type).Prepend(akka)
            : document.Lineage(akka).Select(each => each.Type);
        var members = types.SelectMany(type => type.Members).ToList();
        var implemented = members.Where(member => member.Override).Select(member => member.Name).ToHashSet();
        return members.Where(member => member.Abstract && !implemented.Contains(member.Name));
    }

    private bool HasBase(ApiType akka, Type? own)
    {
        var bases = document.Lineage(akka).Select(each => each.Type.BaseType);
        return own is null || own == typeof(object) || bases.Contains(TypeText.Of(own));
    }

    private static bool HasSignature(Type own, ApiType akka)
    {
        var invoke = own.GetMethod("Invoke")
            ?? throw new InvalidOperationException($"Expected Invoke on the delegate {own}, got none.");
        var parameters = OwnMembers.Parameters(invoke).Select(parameter => parameter.Type);
        return TypeText.Of(invoke.ReturnType) == akka.ReturnType
            && parameters.SequenceEqual(akka.Parameters.Select(parameter => parameter.Type));
    }
}
