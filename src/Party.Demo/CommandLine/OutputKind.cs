namespace Party.Demo.CommandLine;

/// <summary>What the Party prints.</summary>
internal enum OutputKind
{
    Words,
    Json,
    None,
}
