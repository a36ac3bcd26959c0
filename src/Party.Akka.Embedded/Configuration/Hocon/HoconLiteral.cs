namespace Akka.Configuration.Hocon;

/// <summary>Text, a number, a boolean or null, as the element of a value.</summary>
public class HoconLiteral : IHoconElement
{
    /// <summary>The text, null for null.</summary>
    public string? Value { get; set; }

    /// <inheritdoc/>
    public bool IsString() => true;

    /// <inheritdoc/>
    public string? GetString() => Value;

    /// <inheritdoc/>
    public bool IsArray() => false;

    /// <inheritdoc/>
    public IList<HoconValue> GetArray() => [];

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
