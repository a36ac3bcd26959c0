using System.Reflection;
using System.Text.Json;

namespace Party.House.Tests.Surface;

/// <summary>The public and protected members of our own types, in the terms of the document.</summary>
public static class OwnSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> Types(Assembly assembly) => assembly.GetTypes().Where(IsVisible).OrderBy(type => type.FullName, StringComparer.Ordinal);

    public static string FullName(Type type) => type.FullName ?? type.Name;

    public static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        _ => "class",
    };

    /// <summary>Whether a type outside of our assemblies may be derived from it.</summary>
    public static bool IsOpen(Type type) => type.IsInterface
        ? !type.GetInterfaces().Prepend(type).Any(each => each.GetMethods(Declared).Any(method => method.IsAssembly))
        : !type.IsSealed && type.IsClass
            && type.GetConstructors(Declared).Any(IsVisible)
            && !type.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic).Any(method => method.IsAbstract && !IsVisible(method));

    public static IEnumerable<ApiMember> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => new ApiMember { Kind = "enumValue", Name = name, Value = Json(Convert.ToInt32(Enum.Parse(type, name), null)) });
        }

        if (Kind(type) == "delegate")
        {
            return [];
        }

        return [
            .. type.GetConstructors(Declared).Where(IsVisible).Select(constructor => Method("constructor", constructor, TypeText.Of(type))),
            .. type.GetMethods(Declared).Where(method => IsVisible(method) && !IsAccessor(method) && !IsForeignOverride(method)).Select(Method),
            .. type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsVisible) && !property.GetAccessors(true).Any(IsForeignOverride)).Select(Property),
            .. type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(Field),
        ];
    }

    public static IReadOnlyList<ApiGenericParameter> GenericParameters(IEnumerable<Type> parameters) => [.. parameters.Select(parameter => new ApiGenericParameter
    {
        Name = parameter.Name,
        Constraints = [
            .. parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>(),
            .. parameter.GetGenericParameterConstraints().Select(TypeText.Of),
            .. parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? ["new()"] : Array.Empty<string>(),
        ],
    })];

    public static IReadOnlyList<ApiParameter> Parameters(MethodBase method) => [.. method.GetParameters().Select(parameter => new ApiParameter
    {
        Name = parameter.Name ?? "",
        Type = TypeText.Of(parameter.ParameterType),
        Modifier = parameter switch
        {
            { IsOut: true } => "out",
            { ParameterType.IsByRef: true } => "ref",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params",
            _ => null,
        },
        Optional = parameter.IsOptional,
        Default = parameter.HasDefaultValue ? Json(parameter.DefaultValue) : default,
    })];

    private static ApiMember Method(MethodInfo method) => Method(
        method.IsSpecialName && method.Name.StartsWith("op_", StringComparison.Ordinal) ? method.Name is "op_Implicit" or "op_Explicit" ? "conversion" : "operator" : "method",
        method,
        TypeText.Of(method.ReturnType));

    private static ApiMember Method(string kind, MethodBase method, string returnType) => new()
    {
        Kind = kind,
        Name = method.Name,
        Accessibility = Accessibility(method),
        Static = method.IsStatic,
        Abstract = method.IsAbstract,
        Virtual = method.IsVirtual && !method.IsFinal,
        ReturnType = returnType,
        GenericParameters = method.IsGenericMethod ? GenericParameters(method.GetGenericArguments()) : [],
        Parameters = Parameters(method),
    };

    private static ApiMember Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true);
        return new()
        {
            Kind = "property",
            Name = property.Name,
            Accessibility = accessors.Any(accessor => accessor.IsPublic) ? "public" : Accessibility(accessors.First(IsVisible)),
            Static = accessors[0].IsStatic,
            Abstract = accessors[0].IsAbstract,
            Virtual = accessors[0].IsVirtual && !accessors[0].IsFinal,
            Type = TypeText.Of(property.PropertyType),
            Get = property.GetMethod is { } get && IsVisible(get) ? Accessibility(get) : null,
            Set = property.SetMethod is { } set && IsVisible(set) ? Accessibility(set) : null,
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

    private static JsonElement Json(object? value) => JsonSerializer.SerializeToElement(value);

    private static string Accessibility(MethodBase method) => method switch
    {
        { IsPublic: true } => "public",
        { IsFamilyOrAssembly: true } => "protected internal",
        _ => "protected",
    };

    private static bool IsVisible(Type type) =>
        type.DeclaringType is { } outer ? IsVisible(outer) && (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) : type.IsPublic;

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    // An override of ToString and the like: whoever calls it calls the method of the base class library.
    private static bool IsForeignOverride(MethodInfo method) =>
        method.GetBaseDefinition() is { } root && root != method && !(root.Module.Assembly.GetName().Name ?? "").StartsWith("Party.", StringComparison.Ordinal);
}
