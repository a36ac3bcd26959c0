using System.Collections;
using Akka.Event;

namespace Party.Logging;

/// <summary>A log event as named values: the arguments of its template, then where and when it was logged.</summary>
/// <remarks>Its text is the event's own.</remarks>
internal sealed class LogState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _values = [];
    private readonly LogEvent _logged;
    private readonly LogTemplate _template;

    public LogState(LogEvent logged)
    {
        _logged = logged;
        _template = logged.Message is LogMessage message
            ? LogTemplate.Of(message.Format, [.. message.Parameters()])
            : LogTemplate.Of(logged.Message?.ToString() ?? "", []);
        _values.AddRange(_template.Values);
        _values.Add(new("LogClass", logged.LogClass?.FullName));
        _values.Add(new("ThreadId", logged.Thread.ManagedThreadId));
        _values.Add(new("Timestamp", logged.Timestamp));
        _values.Add(new("{OriginalFormat}", _template.Text));
    }

    public int Count => _values.Count;

    public KeyValuePair<string, object?> this[int index] => _values[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // The usual formatter knows holes by number only.
    public override string ToString()
    {
        if (_template.HasNames)
        {
            return _template.Filled();
        }

        try
        {
            return _logged.Message?.ToString() ?? "";
        }
        catch (FormatException)
        {
            return _template.Filled();
        }
    }
}
