namespace Akka.Event;

/// <summary>A template with its arguments in an array.</summary>
internal sealed class FilledMessage(
    ILogMessageFormatter formatter, string format, object?[] arguments) : LogMessage(formatter, format)
{
    // An argument may be null; the formatter writes it as nothing.
    public override IEnumerable<object> Parameters() => arguments!;

    public override string Unformatted() => string.Join(",", arguments);

    // A template that does not fit must not bring down who logs it.
    public override string ToString()
    {
        try
        {
            return Formatter.Format(Format, arguments!);
        }
        catch (FormatException)
        {
            return $"{Format} [{Unformatted()}]";
        }
    }
}
