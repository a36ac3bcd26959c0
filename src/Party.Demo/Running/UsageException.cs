namespace Party.Demo.Running;

/// <summary>The options are not what they should be.</summary>
internal sealed class UsageException(string message) : Exception(message);
