namespace Party.Actors.Protocol;

/// <summary>Anyone → stage: handle this message, when every event that waits in you now has gone.</summary>
/// <remarks>
/// The message comes to the stage as any other then. The usual way to end: emit the last events, inform oneself, and
/// stop when the message comes.
/// </remarks>
/// <param name="Message">The message.</param>
/// <param name="IsAnswered">Whether the stage says <see cref="Informed"/> when it has got it.</param>
public sealed record Inform(object Message, bool IsAnswered = false);
