using System.Globalization;
using System.Reflection;
using System.Text;

namespace Party.House.Tests.PublicSurface;

/// <summary>The public surface of an assembly, a line for each type and member.</summary>
internal static class SurfaceText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
        | BindingFlags.Instance | BindingFlags.Static;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Kind(type)} {type.Namespace}.{Name(type)}{Base(type)}\n");
            foreach (var member in type.GetMembers(Declared).Select(Describe).OfType<string>()
                .Order(StringComparer.Ordinal))
            {
                text.Append("  ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Base(Type type) =>
        type.BaseType is { } parent && parent != typeof(object) && type is { IsEnum: false, IsValueType: false }
            ? $" : {Name(parent)}"
            : "";

    private static string? Describe(MemberInfo member) => member switch
    {
        // A record's own machinery and an enum's field say nothing.
        { Name: "value__" or "PrintMembers" or "<Clone>$" or "Deconstruct" or "EqualityContract" } => null,
        MethodInfo { IsSpecialName: true, Name: not ("op_Equality" or "op_Inequality") } => null,
        MethodInfo { Name: "Equals" or "GetHashCode" or "ToString" or "op_Equality" or "op_Inequality" } => null,
        MethodInfo method when IsSeen(method) =>
            $"{Modifiers(method)}{Name(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method)})",
        ConstructorInfo { IsStatic: false } constructor when IsSeen(constructor) =>
            $"{Modifiers(constructor)}new({Parameters(constructor)})",
        PropertyInfo property when property.GetMethod is { } get && IsSeen(get) =>
            $"{Modifiers(get)}{Name(property.PropertyType)} {property.Name} {{ get;{Setter(property)} }}",
        FieldInfo { DeclaringType.IsEnum: true } field => field.Name,
        FieldInfo { IsPublic: true } field =>
            $"{(field.IsLiteral ? "const " : "")}{Name(field.FieldType)} {field.Name}",
        _ => null,
    };

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Modifiers(MethodBase method) =>
        (method.IsPublic ? "" : "protected ")
        + (method.IsStatic ? "static " : "")
        + (method.IsAbstract ? "abstract " : "");

    private static string Setter(PropertyInfo property) =>
        property.SetMethod is { } set && IsSeen(set) ? " set;" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Describe));

    private static string Describe(ParameterInfo parameter)
    {
        var byDefault = parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : "";
        return $"{Name(parameter.ParameterType)} {parameter.Name}{byDefault}";
    }

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return $"ref {Name(type.GetElementType() ?? type)}";
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType() ?? type)}[]";
        }

        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }
}
