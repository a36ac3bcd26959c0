namespace Party.Hocon.Salvaging;

/// <summary>What stands where a key or its sign is looked for.</summary>
internal enum SignKind
{
    End,
    Key,
    Dot,
    Assign,
    Append,
    Open,
    Close,
    Bracket,
    Include,
}
