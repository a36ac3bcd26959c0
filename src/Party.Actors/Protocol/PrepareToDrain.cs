namespace Party.Actors.Protocol;

/// <summary>Anyone → stage: its pipeline is about to be drained, upstream first.</summary>
/// <remarks>
/// The stage goes on as before, but outlives the end of its subscriptions, whatever their cancel mode, until it is
/// drained itself. It answers with <see cref="ReadyToDrain"/>.
/// </remarks>
public sealed record PrepareToDrain
{
    /// <summary>The only one.</summary>
    public static PrepareToDrain Instance { get; } = new();
}
