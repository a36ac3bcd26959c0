namespace Party.Actors.Producing;

/// <summary>Where a producing stage is in its life.</summary>
internal enum ProducerPhase
{
    /// <summary>It asks for events and hands them on.</summary>
    Running,

    /// <summary>It hands on what there is, and asks for no more.</summary>
    Flushing,

    /// <summary>It has ended its subscriptions, and waits to hear how far each was handled.</summary>
    Ending,

    /// <summary>Every event is accounted for.</summary>
    Drained,
}
