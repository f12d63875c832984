using SiteBot.Reading;

namespace SiteBot.Directory;

/// <summary><c>sitebot directory check FILE</c>: says what a directory holds, or everything that is wrong with it.</summary>
public static class DirectoryCheck
{
    /// <summary>Checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="output">Gets one line where the file is good.</param>
    /// <param name="errors">Gets a line for every fault: <c>file:line: what is wrong; what to write.</c></param>
    /// <returns>0 where the file is good, else 64.</returns>
    public static int Run(string path, TextWriter output, TextWriter errors)
    {
        try
        {
            var directory = DirectoryReader.Read(SourceFile.Load(path));
            output.WriteLine(
                $"{path}: good: {directory.Offices.Length} regional offices, {directory.Customers.Length} customers, {directory.Sites.Length} sites, "
                + $"{directory.Products.Length} products, {directory.People.Length} people; version {directory.ContentHash[..12]}");
            return 0;
        }
        catch (FaultyFileException e)
        {
            foreach (var fault in e.Faults)
            {
                errors.WriteLine(fault);
            }

            return 64;
        }
    }
}
