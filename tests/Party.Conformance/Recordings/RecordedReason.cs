namespace Party.Conformance.Recordings;

/// <summary>
/// Why something ended, by kind: a program's own reasons and messages are compared word for word, those of the
/// library by what they are.
/// </summary>
public static class RecordedReason
{
    private static readonly string[] OwnMessages = ["hash failed", "sel", "demand failed", "event failed"];

    private static readonly string[] LibraryKinds =
        ["bad_opts", "bad_return_value", "bad_call", "bad_cast", "function_clause", "call"];

    /// <summary><c>shutdown</c>, <c>exception demand failed</c>, <c>exception</c>, <c>bad_opts</c>…</summary>
    public static string KindOf(string reason)
    {
        const string exception = "exception: ";
        if (reason.StartsWith(exception, StringComparison.Ordinal))
        {
            var separator = reason.IndexOf(": ", exception.Length, StringComparison.Ordinal);
            return OfException(separator < 0 ? "" : reason[(separator + 2)..]);
        }

        return Array.Find(LibraryKinds, kind => reason.StartsWith(kind, StringComparison.Ordinal)) ?? reason;
    }

    /// <summary>The kind of an exception with this message.</summary>
    public static string OfException(string message) =>
        OwnMessages.Contains(message) ? $"exception {message}" : "exception";
}
