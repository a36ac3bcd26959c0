namespace Akka.TestKit.Xunit2.Attributes;

/// <summary>Skips what a variable of the process says is not for this machine.</summary>
internal static class LocalSkip
{
    /// <summary>Why something is skipped; null unless the variable is <c>true</c>.</summary>
    public static string? Reason(string variable, string? given)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        var isSkipped = string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
        return isSkipped ? given ?? "Local facts are being skipped" : null;
    }
}
