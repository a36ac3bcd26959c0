using System.Globalization;
using System.Text;

namespace Party.Hocon.Tests.Storms;

/// <summary>Writes a document of which it knows the meaning, without ever reading it. One seed, one document.</summary>
/// <remarks>
/// The meaning is kept as a plain tree, changed by every statement as the specification says: a later value replaces
/// an earlier one, objects merge, <c>+=</c> adds, a substitution takes what its path has in the end.
/// </remarks>
internal sealed class KnownDocument
{
    // A value that substitutions may name is written once, at the root, and never again.
    private static readonly string[] Fixed = ["f1", "f2", "f3"];
    private static readonly string[] Keys = ["a", "b-c", "k_1", "größe", "7", "q k", "d.e", "x/y", "off", "include"];

    private static readonly string[] Words =
        ["1", "-2.5e3", "true", "null x", "two words", "10 s", "4MiB", "größe", "a-b", "/p/q", "50%", "x'y"];

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, string> _fixed = [];

    public KnownDocument(int seed)
    {
        _random = new(seed);
        var root = new OrderedDictionary<string, object>();
        foreach (var key in Fixed)
        {
            _fixed[key] = Pick(Words);
            root[key] = _fixed[key];
            _text.Append(key).Append(" = ").Append(_fixed[key]).Append(Pick(["\n", " // f\n", "\r\n"]));
        }

        Members(root, _random.Next(1, 9), depth: 0);
        Text = _text.ToString();
        Meaning = Show(root);
    }

    public string Text { get; }

    /// <summary>As <see cref="Texts.Show"/> writes it.</summary>
    public string Meaning { get; }

    private static string Show(object value) => value switch
    {
        OrderedDictionary<string, object> members
            => $"{{{string.Join(',', members.Select(member => $"{member.Key}:{Show(member.Value)}"))}}}",
        List<object> items => $"[{string.Join(',', items.Select(Show))}]",
        _ => (string)value,
    };

    private void Members(OrderedDictionary<string, object> members, int count, int depth)
    {
        for (var i = 0; i < count; i++)
        {
            if (_random.Next(6) == 0)
            {
                _text.Append(Pick(["# c } ${\n", "\n\n", "// \"\n"]));
            }

            Member(members, depth);
            _text.Append(Pick(["\n", "\r\n", ",\n", " # c\n", "\n\n"]));
        }
    }

    private void Member(OrderedDictionary<string, object> members, int depth)
    {
        var key = Pick(Keys);
        WriteKey(key);
        var known = members.GetValueOrDefault(key);
        switch (_random.Next(depth > 4 ? 3 : 8))
        {
            case 0 when known is null or List<object>:
                _text.Append(Pick([" += ", "+="]));
                members[key] = new List<object>([.. known as List<object> ?? [], Scalar()]);
                break;
            case 5 or 6:
                _text.Append(Pick([" ", " = ", ":", "\n"]));
                members[key] = Object(known as OrderedDictionary<string, object> ?? [], depth);
                break;
            case 7:
                _text.Append('.');
                var inner = known as OrderedDictionary<string, object> ?? [];
                members[key] = inner;
                Member(inner, depth + 1);
                break;
            case 3 or 4:
                _text.Append(Pick([" = ", ":"]));
                members[key] = Array(depth);
                break;
            default:
                _text.Append(Pick([" = ", " : ", "=", ":\n  "]));
                members[key] = Scalar();
                break;
        }
    }

    private OrderedDictionary<string, object> Object(OrderedDictionary<string, object> members, int depth)
    {
        _text.Append(Pick(["{", "{\n", "{ "]));
        Members(members, _random.Next(4), depth + 1);
        _text.Append('}');
        return members;
    }

    private List<object> Array(int depth)
    {
        var items = new List<object>();
        _text.Append(Pick(["[", "[ ", "[\n"]));
        for (var i = _random.Next(5); i > 0; i--)
        {
            items.Add(_random.Next(depth > 4 ? 3 : 5) switch
            {
                3 => Object([], depth + 1),
                4 => Array(depth + 1),
                _ => Scalar(),
            });
            _text.Append(Pick([", ", ",", "\n", ",\n"]));
        }

        _text.Append(']');
        return items;
    }

    private string Scalar()
    {
        switch (_random.Next(6))
        {
            case 0:
                var quoted = Pick(["", " x ", "{", "a\\\"b", "tab\\t", "\\u00e9", "${f1}", "#", "é"]);
                _text.Append('"').Append(quoted).Append('"');
                return quoted.Replace("\\\"", "\"", StringComparison.Ordinal)
                    .Replace("\\t", "\t", StringComparison.Ordinal)
                    .Replace("\\u00e9", "é", StringComparison.Ordinal);
            case 1:
                _text.Append("\"\"\"one\n two \\n\"\"\"");
                return "one\n two \\n";
            case 2:
                return Reference("");
            case 3:
                var number = _random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture);
                _text.Append(number).Append(' ');
                return Reference(number + " ");
            default:
                var word = Pick(Words);
                _text.Append(word);
                return word;
        }
    }

    private string Reference(string before)
    {
        if (before.Length > 0 && _random.Next(3) == 0)
        {
            _text.Append("${?no.where}x");
            return before + "x";
        }

        var key = Pick(Fixed);
        _text.Append(Pick(["${", "${?"])).Append(key).Append('}');
        return before + _fixed[key];
    }

    private void WriteKey(string key)
    {
        var isPlain = key.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
        _text.Append(isPlain && key != "include" && _random.Next(3) > 0 ? key : $"\"{key}\"");
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
