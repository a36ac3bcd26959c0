namespace Party.Hocon;

/// <summary>Where something was written: its source, its line and its column, counted from 1.</summary>
/// <param name="Source">The name that was given with the text: a file's name, a resource's name.</param>
/// <param name="Line">
/// A line ends with CR LF or any single character that Unicode ends lines with; 0 where only the source is known.
/// </param>
/// <param name="Column">Counted in UTF-16 code units; a tab is one column.</param>
public readonly record struct HoconPosition(string Source, int Line, int Column)
{
    /// <summary>Somewhere in a source: of values that did not come as a text of ours.</summary>
    public static HoconPosition In(string source) => new(source, 0, 0);

    /// <summary>The form that editors and build logs turn into a link: <c>party.conf(3,8)</c>.</summary>
    public override string ToString() => Line == 0 ? Source : $"{Source}({Line},{Column})";
}
