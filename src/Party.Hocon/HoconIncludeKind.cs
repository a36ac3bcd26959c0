namespace Party.Hocon;

/// <summary>How an include statement names its source. What that means is for the includer to say.</summary>
public enum HoconIncludeKind
{
    /// <summary><c>include "x"</c>: whatever the includer takes the name for.</summary>
    Name,

    /// <summary><c>include file("x")</c>.</summary>
    File,

    /// <summary><c>include url("x")</c>.</summary>
    Url,

    /// <summary><c>include classpath("x")</c>: here, an embedded resource.</summary>
    Resource,
}
