namespace Party.House.Tests.Surface;

/// <summary>Types as the document writes them.</summary>
public static class TypeText
{
    public static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return Of(Element(type));
        }

        if (type.IsArray)
        {
            return Of(Element(type)) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = type.Name.Split('`')[0];
        var prefix = type.DeclaringType is { } outer ? Of(outer) : type.Namespace;
        var arguments = type.GetGenericArguments().Skip(
            type.DeclaringType?.GetGenericArguments().Length ?? 0).Select(Of).ToArray();
        return $"{prefix}.{name}" + (arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments)}>");
    }

    private static Type Element(Type type) => type.GetElementType() ?? type;
}
