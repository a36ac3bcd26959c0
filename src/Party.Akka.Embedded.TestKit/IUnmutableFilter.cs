namespace Akka.TestKit;

/// <summary>A filter that keeps log events silent until it is taken back; disposing it takes it back too.</summary>
public interface IUnmutableFilter : IDisposable
{
    /// <summary>Lets the events be printed again. A second call does nothing.</summary>
    void Unmute();
}
