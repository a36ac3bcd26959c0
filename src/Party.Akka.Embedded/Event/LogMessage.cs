namespace Akka.Event;

/// <summary>A template with its arguments. The text is made when a logger asks for it.</summary>
public abstract class LogMessage
{
    /// <summary>Puts the arguments into the template.</summary>
    protected readonly ILogMessageFormatter Formatter;

    /// <summary>Keeps template and formatter.</summary>
    public LogMessage(ILogMessageFormatter formatter, string format)
    {
        Formatter = formatter;
        Format = format;
    }

    /// <summary>The template.</summary>
    public string Format { get; }

    /// <summary>The arguments.</summary>
    public abstract IEnumerable<object> Parameters();

    /// <summary>Template and arguments side by side, for a template that does not fit its arguments.</summary>
    public abstract string Unformatted();
}
