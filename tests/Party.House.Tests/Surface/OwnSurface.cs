using System.Reflection;

namespace Party.House.Tests.Surface;

/// <summary>Our own types, in the terms of the document.</summary>
public static class OwnSurface
{
    public const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> Types(Assembly assembly) =>
        assembly.GetTypes().Where(IsVisible).OrderBy(type => type.FullName, StringComparer.Ordinal);

    public static string FullName(Type type) => type.FullName ?? type.Name;

    public static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        _ => "class",
    };

    public static IEnumerable<string> Interfaces(Type type) =>
        type.GetInterfaces().Where(each => each.IsPublic || each.IsNestedPublic).Select(TypeText.Of);

    /// <summary>Whether a type outside of our assemblies may be derived from it.</summary>
    public static bool IsOpen(Type type)
    {
        if (type.IsInterface)
        {
            var methods = type.GetInterfaces().Prepend(type).SelectMany(each => each.GetMethods(Declared));
            return !methods.Any(method => method.IsAssembly);
        }

        const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;
        return type is { IsClass: true, IsSealed: false }
            && type.GetConstructors(Declared).Any(IsVisible)
            && !type.GetMethods(Hidden).Any(method => method.IsAbstract && !IsVisible(method));
    }

    /// <summary>The type, what it is derived from and what it implements, as far as Akka.NET has those too.</summary>
    public static IEnumerable<Type> Lineage(Type type)
    {
        var lineage = type.GetInterfaces().ToList();
        for (var current = type; current is not null; current = current.BaseType)
        {
            lineage.Add(current);
        }

        return lineage.Where(each => (each.Namespace ?? "").StartsWith("Akka", StringComparison.Ordinal));
    }

    public static IReadOnlyList<ApiGenericParameter> GenericParameters(IEnumerable<Type> parameters) =>
        [.. parameters.Select(parameter => new ApiGenericParameter
        {
            Name = parameter.Name,
            Constraints = [.. Constraints(parameter)],
        })];

    public static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<string> Constraints(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        foreach (var constraint in parameter.GetGenericParameterConstraints())
        {
            yield return TypeText.Of(constraint);
        }

        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            yield return "new()";
        }
    }

    private static bool IsVisible(Type type) => type.DeclaringType is { } outer
        ? IsVisible(outer) && (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem)
        : type.IsPublic;
}
