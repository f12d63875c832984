namespace SiteBot.Forms;

/// <summary>Makes a file of a form's content. The same content gives the same bytes, since the bytes are what is signed and kept.</summary>
public interface IFormWriter
{
    /// <summary>The media type of what it writes.</summary>
    string MediaType { get; }

    /// <summary>The ending of a file's name, with its dot.</summary>
    string Extension { get; }

    /// <summary>The file's bytes.</summary>
    byte[] Write(FormContent content);
}
