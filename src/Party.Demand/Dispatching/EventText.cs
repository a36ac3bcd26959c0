namespace Party.Demand.Dispatching;

/// <summary>How an event is named.</summary>
internal static class EventText
{
    /// <summary>What the event says of itself; its type where it fails to.</summary>
    public static string Of<TEvent>(TEvent item)
    {
        try
        {
            return item?.ToString() ?? "null";
        }
        catch (Exception error)
        {
            return $"{typeof(TEvent)}, whose ToString threw {error.GetType().Name}";
        }
    }
}
