namespace Party.Actors.Supervising;

/// <summary>Marks Party's supervisors, which are counted apart among children.</summary>
internal interface IChildSupervisor;
