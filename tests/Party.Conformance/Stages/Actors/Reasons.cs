using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Conformance.Recordings;

namespace Party.Conformance.Stages.Actors;

/// <summary>Recorded reasons, as Party says them, and back, by kind.</summary>
public static class Reasons
{
    /// <summary>What a program returned none of, as the exception says that comes of it.</summary>
    public const string NoBatch = "batch";

    /// <summary>What Party is told.</summary>
    public static EndReason Of(string kind) => kind switch
    {
        "normal" => EndReason.Normal,
        "shutdown" => EndReason.Shutdown,
        _ when kind.StartsWith("shutdown:", StringComparison.Ordinal) => new(EndKind.Shutdown, kind),
        _ => EndReason.Failure(kind),
    };

    /// <summary>The kind of what Party says.</summary>
    public static string KindOf(EndReason reason) => reason.Kind switch
    {
        EndKind.Normal => "normal",
        EndKind.Shutdown => reason.Text,
        EndKind.Restart => "restart",
        _ => KindOf(reason.Text),
    };

    /// <summary>The kind of what a stage failed of.</summary>
    public static string KindOf(Exception error) => error switch
    {
        SubscriptionEndedException ended => KindOf(ended.Reason),
        ActorKilledException => "killed",
        _ => KindOf(error.Message),
    };

    // A stage that failed of another's end says so in its message.
    private static string KindOf(string text)
    {
        const string chain = "got its end: ";
        var last = text.LastIndexOf(chain, StringComparison.Ordinal);
        text = last < 0 ? text : text[(last + chain.Length)..];
        return text switch
        {
            "the producer is gone" or "terminated" => "noproc",
            _ when text.Contains(NoBatch, StringComparison.Ordinal) => "bad_return_value",
            _ when RecordedReason.OfException(text) is var own && own != "exception" => own,
            _ when text.StartsWith("Expected", StringComparison.Ordinal) => "refused",
            _ => text,
        };
    }
}
