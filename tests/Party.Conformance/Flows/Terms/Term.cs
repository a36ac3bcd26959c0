using System.Collections;
using System.Collections.Immutable;
using System.Globalization;

namespace Party.Conformance.Flows.Terms;

/// <summary>An event or a state of a recorded flow: what a language without types calls a value.</summary>
/// <remarks>
/// A tuple and a list are not equal, but look alike as text, since the recordings write both as arrays. A map holds
/// its pairs in the order of their keys.
/// </remarks>
public sealed class Term : IEquatable<Term>, IEnumerable<Term>
{
    private readonly long _number;
    private readonly ImmutableArray<Term> _items;
    private readonly string _text;

    private Term(TermKind kind, string text, long number = 0, ImmutableArray<Term> items = default) =>
        (Kind, _text, _number, _items) = (kind, text, number, items);

    /// <summary>The order of all terms.</summary>
    public static IComparer<Term> Order { get; } = Comparer<Term>.Create((one, other) => one.CompareTo(other));

    public static Term Nil { get; } = new(TermKind.Atom, "null");

    public static Term EmptyList { get; } = List();

    public static Term EmptyMap { get; } = Map([]);

    public TermKind Kind { get; }

    public bool IsTrue => Kind == TermKind.Atom && _text == "true";

    /// <summary>The number it is.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public long Number => Kind == TermKind.Number ? _number : throw IsNo("number");

    /// <summary>The elements of a tuple or a list, the pairs of a map.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public ImmutableArray<Term> Items => Kind >= TermKind.Tuple ? _items : throw IsNo("collection");

    public static Term Of(long number) =>
        new(TermKind.Number, number.ToString(CultureInfo.InvariantCulture), number);

    public static Term Of(string text) => new(TermKind.Text, text);

    public static Term Of(bool flag) => new(TermKind.Atom, flag ? "true" : "false");

    public static Term Tuple(params ImmutableArray<Term> items) => new(TermKind.Tuple, "", items: items);

    public static Term List(params IEnumerable<Term> items) => new(TermKind.List, "", items: [.. items]);

    public static Term Map(IEnumerable<Term> pairs) =>
        new(TermKind.Map, "", items: [.. pairs.OrderBy(pair => pair.Element(0), Order)]);

    /// <summary>The text it is.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public string Text() => Kind == TermKind.Text ? _text : throw IsNo("text");

    /// <summary>An element of a tuple.</summary>
    public Term Element(int index) =>
        index < Items.Length ? _items[index] : throw IsNo($"collection of more than {index}");

    /// <summary>A list with this element before all others.</summary>
    public Term Prepend(Term item) => Kind == TermKind.List ? List([item, .. _items]) : throw IsNo("list");

    /// <summary>What a map says of a key; null where it says nothing.</summary>
    public Term? Find(Term key) => Items.FirstOrDefault(pair => pair.Element(0).Equals(key))?.Element(1);

    /// <summary>A map that says this of a key.</summary>
    public Term Put(Term key, Term value) =>
        Map([.. Items.Where(pair => !pair.Element(0).Equals(key)), Tuple(key, value)]);

    public bool Equals(Term? other) => other is not null && Kind == other.Kind && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as Term);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public int CompareTo(Term other) => Kind != other.Kind ? Kind.CompareTo(other.Kind)
        : Kind == TermKind.Number ? _number.CompareTo(other._number)
        : Kind < TermKind.Tuple ? string.CompareOrdinal(_text, other._text)
        : Kind != TermKind.List && _items.Length != other._items.Length ? _items.Length.CompareTo(other._items.Length)
        : _items.Zip(other._items, (one, another) => one.CompareTo(another)).FirstOrDefault(order => order != 0) is var
            first and not 0 ? first
        : _items.Length.CompareTo(other._items.Length);

    /// <summary>The elements of a list, the pairs of a map.</summary>
    /// <exception cref="InvalidOperationException">It is neither.</exception>
    public IEnumerator<Term> GetEnumerator() => Kind is TermKind.List or TermKind.Map
        ? ((IEnumerable<Term>)_items).GetEnumerator()
        : throw IsNo("list or map");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary><c>[1, "a", null]</c>, <c>{"a": 1}</c></summary>
    public override string ToString() => Kind switch
    {
        TermKind.Text => $"\"{_text}\"",
        TermKind.Number or TermKind.Atom => _text,
        TermKind.Map => $"{{{string.Join(", ", _items.Select(pair => $"{pair.Element(0)}: {pair.Element(1)}"))}}}",
        _ => $"[{string.Join(", ", _items)}]",
    };

    private InvalidOperationException IsNo(string expected) => new($"Expected a {expected}, got {this}.");
}
