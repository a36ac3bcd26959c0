using System.Text.Json.Nodes;

namespace Party.Conformance.Hocon;

/// <summary>One recorded case: a text or a program, and what the real parser made of it.</summary>
internal sealed class RecordedCase(JsonObject json)
{
    public string Name => (string?)json["name"] ?? "";

    /// <summary>Where the recorded behaviour leaves the format's specification, null where it keeps to it.</summary>
    public string? Quirk => (string?)json["quirk"];

    public string Text => (string?)json["hocon"] ?? "";

    public JsonArray? Steps => json["steps"]?.AsArray();

    public JsonObject? Includes => json["includes"]?.AsObject();

    public IEnumerable<(string Name, string Value)> Environment
        => (json["env"]?.AsObject() ?? []).Select(entry => (entry.Key, (string?)entry.Value ?? ""));

    public IEnumerable<string> Fallbacks => (json["fallbacks"]?.AsArray() ?? []).Select(text => (string?)text ?? "");

    public JsonObject? Result => json["result"]?.AsObject();

    public JsonObject? Error => json["error"]?.AsObject();

    public IEnumerable<JsonObject> Probes => (json["probes"]?.AsArray() ?? []).OfType<JsonObject>();
}
