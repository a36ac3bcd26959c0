using Party.Demand.Delivering;
using Party.Demand.Dispatching;

namespace Party.Storms.Defects;

/// <summary>A dispatcher of Party's that keeps one of the rules of delivery no more.</summary>
internal sealed class ForgetfulDispatcher(IDispatcher<int> inner, DeliveryDefect defect) : PassingDispatcher(inner)
{
    public override Seating Seating => defect == DeliveryDefect.MixesSeats && base.Seating == Seating.Copied
        ? Seating.Shared
        : base.Seating;

    public override Dispatch<int> Dispatch(ReadOnlySpan<int> events, Origin? origin = null) =>
        base.Dispatch(events, Known(origin));

    public override Dispatch<int> Offer(ReadOnlySpan<int> events, Origin? origin = null) =>
        base.Offer(events, Known(origin));

    public override Dispatch<int> Redeliver(int seat, ReadOnlySpan<int> events, Origin? origin) => defect switch
    {
        DeliveryDefect.Refuses => base.Redeliver(seat, [], origin) with { Leftover = events.Length },
        DeliveryDefect.Drops => base.Redeliver(seat, events[..^1], origin),
        DeliveryDefect.Reorders => base.Redeliver(seat, events.ToArray().Reverse().ToArray(), origin),
        DeliveryDefect.SelectsAgain => base.Offer(events, origin),
        _ => base.Redeliver(seat, events, Known(origin)),
    };

    private Origin? Known(Origin? origin) => defect == DeliveryDefect.ForgetsOrigins ? null : origin;
}
