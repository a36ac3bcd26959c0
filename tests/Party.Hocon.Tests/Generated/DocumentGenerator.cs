using System.Text;

namespace Party.Hocon.Tests.Generated;

/// <summary>Writes documents that mean something, and damages them. One seed, one document.</summary>
internal sealed class DocumentGenerator(int seed)
{
    private static readonly string[] Keys =
        ["a", "b", "c", "a.b", "b.c.d", "\"q k\"", "long-key", "include", "1.5", "x y"];

    private static readonly string[] Paths = ["a", "b", "c", "a.b", "b.c", "b.c.d", "\"q k\"", "HOME", "nope"];

    private static readonly string[] Words =
    [
        "1", "-2.5e3", "true", "null", "text", "two words", "10 s", "4MiB", "größe",
        "\"quoted\"", "\"esc\\n\\u00e9\"", "\"\"\"one\n two\"\"\"",
    ];

    private static readonly string[] Damage =
    [
        "{", "}", "[", "]", "\"", "\"\"\"", "${", "${?", "}", ",", "=", ":", "+=", ".", "$", "\\", "//", "#",
        "\n", "\r", "\u2028", "\uFEFF", "\uD800", "\0", "include \"x\"", "${a}", "${a.b}",
    ];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    /// <summary>A document that follows the format; its substitutions may still name nothing, or themselves.</summary>
    public string Write()
    {
        Members(_random.Next(1, 8), depth: 0);
        return _text.ToString();
    }

    /// <summary>A document with up to eight places cut out, repeated, swapped for signs or broken off.</summary>
    public string WriteDamaged()
    {
        Write();
        for (var wounds = _random.Next(1, 9); wounds > 0 && _text.Length > 0; wounds--)
        {
            var at = _random.Next(_text.Length);
            var length = Math.Min(_random.Next(1, 12), _text.Length - at);
            switch (_random.Next(5))
            {
                case 0:
                    _text.Remove(at, length);
                    break;
                case 1:
                    _text.Insert(at, _text.ToString(at, length));
                    break;
                case 2:
                    _text.Length = at;
                    break;
                default:
                    _text.Insert(at, Pick(Damage));
                    break;
            }
        }

        return _text.ToString();
    }

    private void Members(int count, int depth)
    {
        for (var i = 0; i < count; i++)
        {
            Maybe(6, "# comment }\n");
            Maybe(20, "include \"inner\"\n");
            _text.Append(Pick(Keys)).Append(Pick([" = ", ":", " : ", "=\n  ", " += "]));
            Value(depth);
            _text.Append(Pick(["\n", "\r\n", ",\n", ", ", "\n\n", " // end\n"]));
        }
    }

    private void Value(int depth)
    {
        switch (_random.Next(depth > 4 ? 4 : 8))
        {
            case 0 or 1:
                _text.Append(Pick(Words));
                break;
            case 2:
                Reference();
                break;
            case 3:
                Concatenation();
                break;
            case 4 or 5:
                _text.Append(Pick(["{", "{\n", "{ "]));
                Members(_random.Next(4), depth + 1);
                _text.Append('}');
                break;
            case 6:
                Array(depth);
                break;
            default:
                Reference();
                _text.Append(" {\n");
                Members(_random.Next(3), depth + 1);
                _text.Append('}');
                break;
        }
    }

    private void Array(int depth)
    {
        _text.Append('[');
        for (var i = _random.Next(5); i > 0; i--)
        {
            Value(depth + 1);
            _text.Append(Pick([", ", ",", "\n", ",\n"]));
        }

        _text.Append(']');
    }

    private void Concatenation()
    {
        for (var i = _random.Next(2, 5); i > 0; i--)
        {
            Maybe(2, Pick(["x", "\"y\"", "7"]));
            Maybe(2, " ");
            Reference();
        }
    }

    private void Reference()
        => _text.Append(Pick(["${", "${?"])).Append(Pick(Paths)).Append('}');

    private void Maybe(int odds, string text)
    {
        if (_random.Next(odds) == 0)
        {
            _text.Append(text);
        }
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
