namespace Akka.Configuration.Hocon;

/// <summary>What a value consists of: text, an array or an object.</summary>
public interface IHoconElement
{
    /// <summary>Whether this is text.</summary>
    bool IsString();

    /// <summary>The text, null for null and for anything else.</summary>
    string? GetString();

    /// <summary>Whether this is an array.</summary>
    bool IsArray();

    /// <summary>The elements of an array; none for anything else.</summary>
    IList<HoconValue> GetArray();
}
