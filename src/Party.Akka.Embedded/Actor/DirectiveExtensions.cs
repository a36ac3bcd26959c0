namespace Akka.Actor;

/// <summary>Writes deciders as pairs.</summary>
public static class DirectiveExtensions
{
    /// <summary>Pairs a directive with exceptions of a type, those derived from it included.</summary>
    public static KeyValuePair<Type, Directive> When<TException>(this Directive self)
        where TException : Exception => new(typeof(TException), self);
}
