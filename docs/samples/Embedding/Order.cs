namespace Party.Samples.Embedding;

/// <summary>What a customer wants.</summary>
/// <param name="Region">Where the customer is: <c>eu</c> or <c>us</c>.</param>
/// <param name="Article">What it is.</param>
public sealed record Order(string Region, string Article);
