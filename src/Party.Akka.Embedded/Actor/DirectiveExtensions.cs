namespace Akka.Actor;

/// <summary>Writes deciders as pairs.</summary>
public static class DirectiveExtensions
{
    /// <summary>
    /// Pairs a directive with the exceptions it is for, those derived from <typeparamref name="TException"/> included.
    /// </summary>
    public static KeyValuePair<Type, Directive> When<TException>(this Directive self)
        where TException : Exception => new(typeof(TException), self);
}
