namespace Party.Demo.Settings;

/// <summary>How often an actor may be restarted.</summary>
/// <param name="MaxRestarts">So many times; −1 for any number.</param>
/// <param name="Within">Within so much time.</param>
internal sealed record RestartLimits(int MaxRestarts, TimeSpan Within);
