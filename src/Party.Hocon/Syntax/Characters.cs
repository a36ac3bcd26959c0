using System.Buffers;
using System.Globalization;

namespace Party.Hocon.Syntax;

/// <summary>Which character plays which part.</summary>
internal static class Characters
{
    private const char ByteOrderMark = '\uFEFF';

    // Reserved by the specification, though nothing is built with them yet.
    private static readonly SearchValues<char> Reserved = SearchValues.Create("$`^?!@*&\\+");

    private static readonly SearchValues<char> Structural = SearchValues.Create("{}[]:=,#\"");

    /// <summary>Whatever Unicode calls the end of a line: no text means to run on over it.</summary>
    public static bool EndsLine(char c) => c is (>= '\n' and <= '\r') or '\u0085' or '\u2028' or '\u2029';

    public static bool IsSpace(char c)
        => c is ' ' or '\t' or ByteOrderMark or (>= '\u001C' and <= '\u001F')
            || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    public static bool IsReserved(char c) => Reserved.Contains(c);

    /// <summary>Whether unquoted text stops before this character, whatever follows.</summary>
    public static bool EndsText(char c) => Structural.Contains(c) || EndsLine(c) || IsSpace(c);
}
