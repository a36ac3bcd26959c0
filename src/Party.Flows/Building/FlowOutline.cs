using System.Globalization;
using System.Text;

namespace Party.Flows.Building;

/// <summary>The stages that a flow comes to, for a person to read.</summary>
internal sealed class FlowOutline
{
    private readonly StringBuilder _text = new();
    private int _layers;

    /// <summary>Adds a layer.</summary>
    /// <param name="source">Where its events come from.</param>
    /// <param name="steps">What its stages do.</param>
    /// <param name="stages">How many they are.</param>
    /// <param name="outlet">Where its events go.</param>
    /// <returns>Its number.</returns>
    public int Add(string source, IEnumerable<string> steps, int stages, string outlet)
    {
        var number = ++_layers;
        _text.Append(CultureInfo.InvariantCulture, $"{number}. {stages} {(stages == 1 ? "stage" : "stages")}: ")
            .AppendJoin(" → ", [source, .. steps, outlet])
            .Append('\n');
        return number;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
