using System.Text.Json;

namespace Party.Conformance.Recordings;

/// <summary>Replays the recorded cases of one kind.</summary>
public interface IReplay
{
    /// <summary>Whether a case is of this kind; decided by its shape, never by its name.</summary>
    bool Knows(JsonElement recorded);

    Verdict Replay(JsonElement recorded);
}
