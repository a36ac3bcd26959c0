namespace Party.Flows.Running;

/// <summary>What the stages of one layer have done so far.</summary>
/// <param name="Layer">Its number, as <see cref="Flow{TEvent}.Explain"/> has it.</param>
/// <param name="Stages">How many stages it has.</param>
/// <param name="Received">Events that came in.</param>
/// <param name="Emitted">Events that went out.</param>
/// <param name="Late">Events that came when their window was over.</param>
public sealed record LayerProgress(int Layer, int Stages, long Received, long Emitted, long Late);
