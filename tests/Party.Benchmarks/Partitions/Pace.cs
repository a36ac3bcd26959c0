namespace Party.Benchmarks.Partitions;

/// <summary>How a line flowed in a window.</summary>
/// <param name="Rate">Events a second of the partitions looked at.</param>
/// <param name="Cost">
/// Processor time for each of them, in nanoseconds, of all threads: it depends less on who else wants the machine.
/// </param>
internal readonly record struct Pace(double Rate, double Cost);
