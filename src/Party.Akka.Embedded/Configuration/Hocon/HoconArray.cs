namespace Akka.Configuration.Hocon;

/// <summary>An array, as the element of a value.</summary>
public class HoconArray : List<HoconValue>, IHoconElement
{
    /// <summary>An array without elements.</summary>
    public HoconArray()
    {
    }

    internal HoconArray(IEnumerable<HoconValue> items)
        : base(items)
    {
    }

    /// <inheritdoc/>
    public bool IsString() => false;

    /// <inheritdoc/>
    public string? GetString() => null;

    /// <inheritdoc/>
    public bool IsArray() => true;

    /// <inheritdoc/>
    public IList<HoconValue> GetArray() => this;

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(',', this)}]";
}
