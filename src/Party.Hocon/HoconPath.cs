using System.Collections.Immutable;
using System.Text;

namespace Party.Hocon;

/// <summary>Paths as text: keys joined by dots, in quotes unless they are letters, digits, - and _.</summary>
public static class HoconPath
{
    /// <summary>Cuts a path into its keys. Never fails: a quote that is not closed ends with the text.</summary>
    public static ImmutableArray<string> Split(string path)
    {
        var keys = ImmutableArray.CreateBuilder<string>();
        var key = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < path.Length; i++)
        {
            switch (path[i])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '\\' when quoted && i + 1 < path.Length:
                    key.Append(path[++i]);
                    break;
                case '.' when !quoted:
                    keys.Add(key.ToString());
                    key.Clear();
                    break;
                default:
                    key.Append(path[i]);
                    break;
            }
        }

        keys.Add(key.ToString());
        return keys.DrainToImmutable();
    }

    /// <summary>Joins keys to a path that <see cref="Split"/> cuts into the same keys again.</summary>
    public static string Join(IEnumerable<string> keys) => string.Join('.', keys.Select(Quote));

    /// <summary>One more key below a path; the path itself where it is empty.</summary>
    public static string Append(string path, string key) => path.Length == 0 ? Quote(key) : $"{path}.{Quote(key)}";

    private static string Quote(string key)
    {
        if (key.Length > 0 && key.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))
        {
            return key;
        }

        var escaped = key.Select(c => c is '\\' or '"' ? $"\\{c}" : $"{c}");
        return $"\"{string.Concat(escaped)}\"";
    }
}
