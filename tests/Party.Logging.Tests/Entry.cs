using Microsoft.Extensions.Logging;

namespace Party.Logging.Tests;

/// <summary>What a logger was told once.</summary>
public sealed record Entry(
    string Category,
    LogLevel Level,
    string Text,
    Exception? Cause,
    IReadOnlyDictionary<string, object?> Values);
