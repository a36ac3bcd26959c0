using System.Collections.Immutable;

namespace Party.Hocon.Reading;

/// <summary>What was wrong so far, one error per setting: the first says it all.</summary>
internal sealed class Findings
{
    private readonly List<HoconError> _errors;
    private readonly HashSet<string> _paths;

    public Findings(ImmutableArray<HoconError> errors)
    {
        _errors = [.. errors];
        _paths = [.. errors.Select(error => error.Path).Where(path => path.Length > 0)];
    }

    public IReadOnlyList<HoconError> Errors => _errors;

    /// <summary>Whether it is known already why there is no good value at a path.</summary>
    public bool Explain(string path) => _paths.Contains(path);

    public void Add(HoconPosition position, string path, string message)
    {
        if (_paths.Add(path))
        {
            _errors.Add(new(HoconErrorKind.Value, position, path, message));
        }
    }
}
