namespace Party.Storms.Defects;

/// <summary>What is wrong with a <see cref="ForgetfulDispatcher"/>.</summary>
public enum DeliveryDefect
{
    /// <summary>Nothing is handed on again, though there is demand.</summary>
    Refuses,

    /// <summary>One event of what came back is not handed on.</summary>
    Drops,

    /// <summary>What came back is handed on in another order.</summary>
    Reorders,

    /// <summary>What came back is placed once more, like what is new.</summary>
    SelectsAgain,

    /// <summary>No delivery says what it was made of.</summary>
    ForgetsOrigins,

    /// <summary>What one consumer of a broadcast did not confirm goes to another.</summary>
    MixesSeats,
}
