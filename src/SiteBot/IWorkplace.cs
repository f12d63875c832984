namespace SiteBot;

/// <summary>Where the workplace of this moment is had from. It changes only as a whole: a new directory file is taken over, or the old one stays.</summary>
public interface IWorkplace
{
    /// <summary>The workplace without what is kept by chat (<see cref="Workplace.Standing"/> is empty): a turn reads that with its own read.</summary>
    Workplace Current { get; }
}
