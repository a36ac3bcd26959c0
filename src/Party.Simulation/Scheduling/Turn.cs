using Akka.Dispatch;

namespace Party.Simulation.Scheduling;

/// <summary>Something that can run next.</summary>
/// <param name="Work">A mailbox, or another piece of work.</param>
/// <param name="What">How the trace calls it, unless it is a mailbox.</param>
/// <param name="Since">Since when it can.</param>
/// <param name="Origin">Where it comes from, if it is a continuation.</param>
internal readonly record struct Turn(IRunnable Work, string What, TimeSpan Since, Origin? Origin = null);
