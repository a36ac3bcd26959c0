namespace Party.Hocon.Syntax;

/// <summary>What can stand in an object.</summary>
internal abstract record MemberSyntax;

/// <summary>A key with its value. A dotted key is a key whose value is an object with the rest of it.</summary>
internal sealed record FieldSyntax(string Key, ValueSyntax Value) : MemberSyntax;

/// <summary>An included document, standing in for its members.</summary>
internal sealed record IncludeSyntax(HoconDocument Document) : MemberSyntax;
