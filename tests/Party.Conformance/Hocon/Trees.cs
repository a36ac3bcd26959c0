using System.Text.Json.Nodes;
using Akka.Configuration.Hocon;

namespace Party.Conformance.Hocon;

/// <summary>Values in the form in which they were recorded.</summary>
internal static class Trees
{
    public static JsonNode? Of(HoconValue? value)
    {
        if (value is null)
        {
            return null;
        }

        if (value.IsEmpty)
        {
            return new JsonObject { ["$empty"] = true };
        }

        if (value.GetObject() is { } members)
        {
            return new JsonObject(members.Items.Select(item => KeyValuePair.Create(item.Key, Of(item.Value))));
        }

        return value.IsArray() ? new JsonArray([.. value.GetArray().Select(Of)]) : value.GetString();
    }
}
