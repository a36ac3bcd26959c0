using System.Globalization;

namespace Party.Hosting;

/// <summary>The last failure of a stage.</summary>
internal sealed record StageTrouble(string Message, DateTimeOffset At, bool HasEnded)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"failed{(HasEnded ? " and ended" : "")} at {At:u}: {Message}");
}
