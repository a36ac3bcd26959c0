namespace Party.Hocon.Reading;

/// <summary>A key that nobody asked for, and those that somebody asked for in its place.</summary>
internal sealed record UnknownKey(string Key, string Path, HoconPosition Position, IReadOnlyCollection<string> Known)
{
    private const int Shown = 20;

    public HoconError ToError()
    {
        var known = string.Join(", ", Known.Order(StringComparer.Ordinal).Take(Shown));
        var more = Known.Count > Shown ? ", …" : "";
        var message = $"Expected one of {known}{more}, got {Key}. {Spelling.Suggest(Key, Known)}".TrimEnd();
        return new(HoconErrorKind.UnknownKey, Position, Path, message);
    }
}
