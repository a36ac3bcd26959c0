namespace Party.Hocon.Salvaging;

/// <summary>Damaged text that nothing can be made of; caught where the salvaging began.</summary>
internal sealed class SalvageException(HoconErrorKind kind, int offset, string message) : Exception(message)
{
    public HoconErrorKind Kind => kind;

    public int Offset => offset;
}
