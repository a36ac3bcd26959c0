using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Akka.Configuration;

/// <summary>Writes a double so that it stays one: 1.0, not 1; what JSON has no number for as text.</summary>
internal sealed class DoubleText : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : $"{text}.0");
        }
    }
}
