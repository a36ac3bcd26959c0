namespace Party.Actors.Protocol;

/// <summary>Why a subscription ends.</summary>
/// <param name="Kind">How it ends, which decides what it means to the other side.</param>
/// <param name="Text">The same for a person.</param>
public sealed record EndReason(EndKind Kind, string Text)
{
    /// <summary>There is nothing more to come, or nothing more is wanted.</summary>
    public static EndReason Normal { get; } = new(EndKind.Normal, "normal");

    /// <summary>The stage is being shut down.</summary>
    public static EndReason Shutdown { get; } = new(EndKind.Shutdown, "shutdown");

    /// <summary>Another subscription of the same consumer has taken its place.</summary>
    public static EndReason Replaced { get; } = new(EndKind.Replaced, "replaced");

    /// <summary>Whether a consumer may outlive or end with it without a failure.</summary>
    public bool IsBenign => Kind is EndKind.Normal or EndKind.Shutdown;

    /// <summary>The stage is being restarted because of an error, and will be back.</summary>
    public static EndReason Restart(Exception? error) => new(EndKind.Restart, error?.Message ?? "restart");

    /// <summary>What a stage that stops tells the others: what it was stopped with, else what it failed of.</summary>
    internal static EndReason Of(EndReason? told, Exception? error) =>
        told ?? (error is null ? Shutdown : Failure(error.Message));

    /// <summary>Something went wrong.</summary>
    public static EndReason Failure(string text) => new(EndKind.Failure, text);
}
