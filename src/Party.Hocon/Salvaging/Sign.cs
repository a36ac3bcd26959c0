namespace Party.Hocon.Salvaging;

/// <summary>One step through damaged text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The key, or the name to include; else empty.</param>
/// <param name="Offset">Where it begins.</param>
internal readonly record struct Sign(SignKind Kind, string Text, int Offset);
