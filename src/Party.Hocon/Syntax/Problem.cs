namespace Party.Hocon.Syntax;

/// <summary>An error that has a place but no path yet.</summary>
internal sealed record Problem(HoconPosition Position, string Message);
