using System.Text;

namespace Party.Hocon.Tests.Storms;

/// <summary>Mangles documents, and writes some that were never meant well. One seed, one document.</summary>
internal sealed class Mangler(int seed)
{
    private static readonly string[] Signs =
    [
        "{", "}", "[", "]", "\"", "\"\"\"", "${", "${?", "}", ",", "=", ":", "+=", ".", "$", "\\", "//", "#",
        "\n", "\r", "\t", "\u2028", "\uFEFF", "\uD800", "\0", "include \"x\"", "${f1}", "${a.a}", "\\u12", "+", "?",
    ];

    private static readonly string[] Levels =
        ["a {", "a = [", "[", "{ a = ", "a.", "${", "a = ${a", "\"", "a = {} ", "a\n", "a = \\", "[{"];

    private readonly Random _random = new(seed);

    public string Write() => _random.Next(20) switch
    {
        0 => Deep(),
        1 => Long(),
        2 => Itself(),
        3 => Laughter(),
        4 => Noise(),
        5 => Numbers(),
        _ => Mangle(new KnownDocument(seed).Text),
    };

    private string Mangle(string document)
    {
        var text = new StringBuilder(document);
        for (var wounds = _random.Next(1, 12); wounds > 0 && text.Length > 0; wounds--)
        {
            var at = _random.Next(text.Length);
            var length = Math.Min(_random.Next(1, 16), text.Length - at);
            switch (_random.Next(6))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(_random.Next(text.Length), text.ToString(at, length));
                    break;
                case 2 when _random.Next(4) == 0:
                    text.Length = at;
                    break;
                case 3:
                    text[at] = (char)_random.Next(char.MaxValue + 1);
                    break;
                default:
                    text.Insert(at, Pick(Signs));
                    break;
            }
        }

        return text.ToString();
    }

    // Now and then a hundred thousand levels.
    private string Deep()
    {
        var level = Pick(Levels);
        var count = _random.Next(100) == 0 ? 100_000 : _random.Next(1, 1_000);
        return "a = " + Repeat(level, count) + "1" + Repeat(Pick(["}", "]", "", "\n"]), _random.Next(count));
    }

    // Now and then a hundred thousand characters in one line.
    private string Long()
    {
        var count = _random.Next(50) == 0 ? 30_000 : _random.Next(1, 1_000);
        return "a = " + Repeat(Pick(["x", "x ", "\"y\" ", "${f1} ", "1,", "\\", "é"]), count) + Pick(Signs);
    }

    private string Itself()
    {
        var text = new StringBuilder("a = 1\n");
        for (var i = _random.Next(1, 30); i > 0; i--)
        {
            var (key, other) = (Pick(["a", "b", "c", "a.a", "b.c"]), Pick(["a", "b", "c", "a.a", "b.c", "b.c.a"]));
            text.Append(key)
                .Append(Pick([" = ", " += "]))
                .Append(Pick(["${#}", "${?#}", "[${#}]", "{ a = ${#} }", "${?#} ${#}", "${#} { c = 2 }", "x${?#}"])
                    .Replace("#", other, StringComparison.Ordinal))
                .Append('\n');
        }

        return text.ToString();
    }

    // Each value is twice the one before.
    private string Laughter()
    {
        var twice = Pick(["${#}${#}", "[${#}, ${#}]", "${#} ${#}", "{ l = ${#}, r = ${#} }", "${?#}x${?#}"]);
        var lines = Enumerable.Range(1, _random.Next(2, 40)).Select(
            i => $"l{i} = {twice.Replace("#", $"l{i - 1}", StringComparison.Ordinal)}");
        return $"l0 = {Pick(["ha", "[ha]", "{ ha = 1 }"])}\n{string.Join('\n', lines)}";
    }

    private string Noise()
    {
        var text = new StringBuilder();
        for (var i = _random.Next(400); i > 0; i--)
        {
            text.Append(_random.Next(3) == 0 ? ((char)_random.Next(char.MaxValue + 1)).ToString() : Pick(Signs));
        }

        return text.ToString();
    }

    private string Numbers()
    {
        var digits = Repeat(Pick(["9", "0", "1e", "-", "1.", ".5"]), _random.Next(1, 1_000));
        return $"a = {digits}{Pick(["", " s", "EiB", "e9999"])}";
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
