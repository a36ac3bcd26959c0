namespace Party.Conformance.Dispatchers.Models;

/// <summary>A dispatcher refuses a subscription; the message is the reason, one word.</summary>
public sealed class RefusedException(string reason) : Exception(reason);
