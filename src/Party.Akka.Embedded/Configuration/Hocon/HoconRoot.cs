using Party.Hocon;

namespace Akka.Configuration.Hocon;

/// <summary>A parsed text. Its substitutions are looked up when its value is first asked for.</summary>
public class HoconRoot
{
    private readonly Lazy<HoconValue> _value;

    /// <summary>Takes values that are there already.</summary>
    public HoconRoot(HoconValue value)
    {
        _value = new(value);
        Document = value.Node is HoconObjectNode root ? HoconDocument.Of(root) : HoconDocument.Empty;
    }

    internal HoconRoot(HoconDocument document)
    {
        _value = new(() => new(ParseErrors.Check(document.Resolve()).Root));
        Document = document;
    }

    /// <summary>The members of the text as the value of one object.</summary>
    /// <exception cref="FormatException">A substitution names nothing.</exception>
    public HoconValue Value => _value.Value;

    internal HoconDocument Document { get; }
}
