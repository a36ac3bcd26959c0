using Akka.Actor;

namespace Party.Flows.Stages;

/// <summary>A timer of a window in a stage has run out.</summary>
internal sealed record StageTimer(int Window, int Number) : INoSerializationVerificationNeeded
{
    /// <summary>Starts the timers of all windows of a stage.</summary>
    public static void StartAll<TEntry>(StageCore<TEntry> core, ITimerScheduler timers)
    {
        for (var window = 0; window < core.Windows.Count; window++)
        {
            var intervals = core.Windows[window].Timers;
            for (var number = 0; number < intervals.Count; number++)
            {
                var timer = new StageTimer(window, number);
                timers.StartPeriodicTimer(timer, timer, intervals[number]);
            }
        }
    }
}
