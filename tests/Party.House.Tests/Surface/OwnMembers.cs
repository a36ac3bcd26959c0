using System.Reflection;
using System.Text.Json;

namespace Party.House.Tests.Surface;

/// <summary>The public and protected members of our own types, in the terms of the document.</summary>
public static class OwnMembers
{
    public static IEnumerable<ApiMember> Of(Type type) => OwnSurface.Kind(type) switch
    {
        "enum" => Enum.GetNames(type).Select(name => EnumValue(type, name)),
        "delegate" => [],
        _ =>
        [
            .. Constructors(type).Select(constructor => Method("constructor", constructor, TypeText.Of(type))),
            .. Methods(type).Select(method => Method(Kind(method), method, TypeText.Of(method.ReturnType))),
            .. Properties(type).Select(Property),
            .. Fields(type).Select(Field),
        ],
    };

    public static IReadOnlyList<ApiParameter> Parameters(MethodBase method) =>
        [.. method.GetParameters().Select(parameter => new ApiParameter
        {
            Name = parameter.Name ?? "",
            Type = TypeText.Of(parameter.ParameterType),
            Modifier = Modifier(parameter),
            Optional = parameter.IsOptional,
            Default = parameter.HasDefaultValue ? Json(parameter.DefaultValue) : default,
        })];

    private static IEnumerable<ConstructorInfo> Constructors(Type type) =>
        type.GetConstructors(OwnSurface.Declared).Where(OwnSurface.IsVisible);

    private static IEnumerable<MethodInfo> Methods(Type type) => type.GetMethods(OwnSurface.Declared)
        .Where(method => OwnSurface.IsVisible(method) && !IsAccessor(method) && !IsForeignOverride(method));

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(OwnSurface.Declared)
        .Where(property => property.GetAccessors(true).Any(OwnSurface.IsVisible))
        .Where(property => !property.GetAccessors(true).Any(IsForeignOverride));

    private static IEnumerable<FieldInfo> Fields(Type type) => type.GetFields(OwnSurface.Declared)
        .Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly);

    private static ApiMember EnumValue(Type type, string name) => new()
    {
        Kind = "enumValue",
        Name = name,
        Value = Json(Convert.ToInt32(Enum.Parse(type, name), null)),
    };

    private static ApiMember Method(string kind, MethodBase method, string returnType) => new()
    {
        Kind = kind,
        Name = method.Name,
        Accessibility = Accessibility(method),
        Static = method.IsStatic,
        Abstract = method.IsAbstract,
        Virtual = method.IsVirtual && !method.IsFinal,
        ReturnType = returnType,
        GenericParameters = method.IsGenericMethod ? OwnSurface.GenericParameters(method.GetGenericArguments()) : [],
        Parameters = Parameters(method),
    };

    private static ApiMember Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true).Where(OwnSurface.IsVisible).ToList();
        return new()
        {
            Kind = "property",
            Name = property.Name,
            Accessibility = Accessibility(accessors.Find(accessor => accessor.IsPublic) ?? accessors[0]),
            Static = accessors[0].IsStatic,
            Abstract = accessors[0].IsAbstract,
            Virtual = accessors[0].IsVirtual && !accessors[0].IsFinal,
            Type = TypeText.Of(property.PropertyType),
            Get = property.GetMethod is { } get && accessors.Contains(get) ? Accessibility(get) : null,
            Set = property.SetMethod is { } set && accessors.Contains(set) ? Accessibility(set) : null,
        };
    }

    private static ApiMember Field(FieldInfo field) => new()
    {
        Kind = field.IsLiteral ? "const" : "field",
        Name = field.Name,
        Accessibility = field.IsPublic ? "public" : "protected",
        Static = field.IsStatic,
        Type = TypeText.Of(field.FieldType),
        Value = field.IsLiteral ? Json(field.GetRawConstantValue()) : default,
    };

    private static string Kind(MethodInfo method) => method.Name switch
    {
        "op_Implicit" or "op_Explicit" => "conversion",
        _ when IsOperator(method) => "operator",
        _ => "method",
    };

    private static string? Modifier(ParameterInfo parameter) => parameter switch
    {
        { IsOut: true } => "out",
        { ParameterType.IsByRef: true } => "ref",
        _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params",
        _ => null,
    };

    private static string Accessibility(MethodBase method) => method switch
    {
        { IsPublic: true } => "public",
        { IsFamilyOrAssembly: true } => "protected internal",
        _ => "protected",
    };

    private static JsonElement Json(object? value) => JsonSerializer.SerializeToElement(value);

    private static bool IsOperator(MethodInfo method) =>
        method.IsSpecialName && method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !IsOperator(method);

    // An override of ToString and the like: whoever calls it calls the method of the base class library.
    private static bool IsForeignOverride(MethodInfo method)
    {
        var root = method.GetBaseDefinition();
        var home = root.Module.Assembly.GetName().Name ?? "";
        return root != method && !home.StartsWith("Party.", StringComparison.Ordinal);
    }
}
