namespace Party.Actors.Supervising;

/// <summary>Says which question a child answers that was asked whether it is there.</summary>
internal sealed record ChildCheck(long Number);
