namespace Akka.Event;

/// <summary>Writes to the console, a colour for each level. The colours hold for all systems.</summary>
public class StandardOutLogger : MinimalLogger
{
    private static readonly Lock Gate = new();

    /// <summary>For debug events. Default gray.</summary>
    public static ConsoleColor DebugColor { get; set; } = ConsoleColor.Gray;

    /// <summary>For info events. Default white.</summary>
    public static ConsoleColor InfoColor { get; set; } = ConsoleColor.White;

    /// <summary>For warnings. Default yellow.</summary>
    public static ConsoleColor WarningColor { get; set; } = ConsoleColor.Yellow;

    /// <summary>For errors. Default red.</summary>
    public static ConsoleColor ErrorColor { get; set; } = ConsoleColor.Red;

    /// <summary>Whether colours are used at all. Default true; a redirected console gets none.</summary>
    public static bool UseColors { get; set; } = true;

    /// <summary>Writes one line, or more where there is an exception.</summary>
    protected override void Log(object message)
    {
        var level = (message as LogEvent)?.LogLevel();
        lock (Gate)
        {
            Write(message, UseColors && !Console.IsOutputRedirected ? ColorOf(level) : null);
        }
    }

    private static void Write(object message, ConsoleColor? color)
    {
        if (color is not { } chosen)
        {
            Console.Out.WriteLine(message);
            return;
        }

        var before = Console.ForegroundColor;
        Console.ForegroundColor = chosen;
        Console.Out.WriteLine(message);
        Console.ForegroundColor = before;
    }

    private static ConsoleColor? ColorOf(LogLevel? level) => level switch
    {
        LogLevel.DebugLevel => DebugColor,
        LogLevel.InfoLevel => InfoColor,
        LogLevel.WarningLevel => WarningColor,
        LogLevel.ErrorLevel => ErrorColor,
        _ => null,
    };
}
