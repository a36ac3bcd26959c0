using System.Text.RegularExpressions;

namespace Party.House.Tests.Surface;

/// <summary>What type parameters stand for, in types written as text.</summary>
public sealed partial class TypeArguments
{
    public static readonly TypeArguments None = new([]);

    private readonly Dictionary<string, string> _byName;

    private TypeArguments(Dictionary<string, string> byName) => _byName = byName;

    public static TypeArguments Of(IReadOnlyList<ApiGenericParameter> parameters, IReadOnlyList<string> arguments) =>
        new(parameters.Zip(arguments).ToDictionary(pair => pair.First.Name, pair => pair.Second));

    /// <summary>
    /// The name of the definition, with its arity, and the arguments: <c>A.B&lt;X, Y&gt;</c> is <c>A.B`2</c> with X and
    /// Y.
    /// </summary>
    public static (string Definition, IReadOnlyList<string> Arguments) Split(string type)
    {
        var open = type.IndexOf('<', StringComparison.Ordinal);
        if (open < 0 || !type.EndsWith('>'))
        {
            return (type, []);
        }

        var arguments = new List<string>();
        var depth = 0;
        var start = open + 1;
        for (var i = open + 1; i < type.Length; i++)
        {
            if (depth == 0 && type[i] is (',' or '>'))
            {
                arguments.Add(type[start..i].Trim());
                start = i + 1;
            }

            depth += type[i] switch { '<' => 1, '>' => -1, _ => 0 };
        }

        return ($"{type[..open]}`{arguments.Count}", arguments);
    }

    /// <summary>Puts the arguments in the place of the parameters.</summary>
    public string Fill(string type) =>
        _byName.Count == 0 ? type : Identifier().Replace(
            type, match => _byName.GetValueOrDefault(match.Value, match.Value));

    [GeneratedRegex(@"(?<![\w.])\w+(?![\w.])")]
    private static partial Regex Identifier();
}
