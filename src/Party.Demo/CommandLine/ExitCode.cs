namespace Party.Demo.CommandLine;

/// <summary>What the process says to whoever started it.</summary>
internal static class ExitCode
{
    /// <summary>The Party ended as it should.</summary>
    public const int Done = 0;

    /// <summary>Something failed while it ran.</summary>
    public const int Failed = 1;

    /// <summary>The options, the settings or a file are not what they should be; nothing was started.</summary>
    public const int BadUsage = 2;
}
