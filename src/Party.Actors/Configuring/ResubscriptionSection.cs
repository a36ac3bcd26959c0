using Party.Demand.Subscriptions;
using Party.Hocon;

namespace Party.Actors.Configuring;

/// <summary>Reads <see cref="Resubscription"/>.</summary>
internal static class ResubscriptionSection
{
    private static readonly Resubscription Default = new();
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Reads all settings.</summary>
    /// <returns>Null where all of them are the defaults: then it depends on how the producer is given.</returns>
    public static Resubscription? Read(HoconSetting section)
    {
        var least = section["min-backoff"].ReadDuration(Shortest, Longest);
        var most = section["max-backoff"].ReadDuration(Shortest, Longest);
        var attempts = section["max-attempts"];
        var isDefault = attempts.Says("default");
        var policy = new Resubscription
        {
            MinBackoff = least < Shortest ? Default.MinBackoff : least,
            MaxBackoff = most < Shortest ? Default.MaxBackoff : most,
            Jitter = Math.Clamp(section["jitter"].ReadDouble(0, 1), 0, 1),
            MaxAttempts = isDefault || attempts.ReadIntOr("infinite", min: 0) is not { } given
                ? null
                : Math.Max(0, given),
        };
        // Said where one of the two was written; what could not be read was said already.
        if (least >= Shortest && most >= Shortest && policy.Contradiction is { } contradiction)
        {
            section[least == Default.MinBackoff ? "max-backoff" : "min-backoff"].Report(contradiction);
        }

        return isDefault && policy == Default ? null : policy;
    }
}
