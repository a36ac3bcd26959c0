using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Functions;

/// <summary>A window that fires, as the program is told.</summary>
/// <param name="Index">Which of the layer's stages it is in.</param>
/// <param name="Stages">How many stages the layer has.</param>
/// <param name="Type">The type of window: <c>global</c>, <c>count</c>, <c>fixed</c>, <c>periodic</c>.</param>
/// <param name="Window">Which one: <c>global</c>, its index, or when it starts.</param>
/// <param name="Trigger">Why it fires: <c>done</c>, <c>watermark</c>, <c>every:N</c>.</param>
public sealed record FiredWindow(int Index, int Stages, string Type, Term Window, string Trigger)
{
    public Term Name => Term.Tuple(Term.Of(Type), Window, Term.Of(Trigger));

    public bool IsDone => Trigger == "done";
}
