using System.Diagnostics;
using System.Globalization;

namespace Party.Hosting;

/// <summary>What was last wrong with a stage.</summary>
internal sealed record StageTrouble(TroubleKind Kind, string Message, DateTimeOffset At)
{
    /// <summary>Whether the stage has ended over it.</summary>
    public bool HasEnded { get; init; }

    public override string ToString()
    {
        var what = Kind switch
        {
            TroubleKind.Overdue => "was overdue",
            TroubleKind.Failed => "failed",
            TroubleKind.Broken => "broke a law of its books",
            _ => throw new UnreachableException(),
        };
        what += HasEnded ? " and ended" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{what} at {At:u}: {Message}");
    }
}
