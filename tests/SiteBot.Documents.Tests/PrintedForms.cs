using System.ComponentModel;
using System.Diagnostics;

namespace SiteBot.Documents.Tests;

/// <summary>All sample forms as DOCX and, by one LibreOffice for all, as PDF.</summary>
public sealed class PrintedForms : IDisposable
{
    private readonly DirectoryInfo _folder;

    /// <summary>Prints; takes some seconds.</summary>
    public PrintedForms()
    {
        var asked = Environment.GetEnvironmentVariable("SITEBOT_PRINTED_FORMS");
        _folder = string.IsNullOrEmpty(asked) ? System.IO.Directory.CreateTempSubdirectory("sitebot-forms-") : System.IO.Directory.CreateDirectory(asked);
        IsKept = !string.IsNullOrEmpty(asked);
        var files = new List<string>();
        foreach (var (name, content) in SampleForms.All)
        {
            files.Add(Path.Combine(_folder.FullName, name + ".docx"));
            File.WriteAllBytes(files[^1], new DocxWriter().Write(content));
        }

        // A profile of its own: a LibreOffice that somebody has open would take the work over and answer nothing.
        Run("soffice", [$"-env:UserInstallation=file://{_folder.FullName}/profile", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", _folder.FullName, .. files]);
    }

    private bool IsKept { get; }

    /// <summary>The text of each page of a form, laid out.</summary>
    public string[] Pages(string name) => Run("pdftotext", ["-layout", Pdf(name), "-"]).TrimEnd('\f', '\n').Split('\f');

    /// <summary>The fonts that the PDF holds.</summary>
    public string Fonts(string name) => Run("pdffonts", [Pdf(name)]);

    /// <inheritdoc />
    public void Dispose()
    {
        if (!IsKept)
        {
            _folder.Delete(recursive: true);
        }
    }

    private string Pdf(string name)
    {
        var file = Path.Combine(_folder.FullName, name + ".pdf");
        return File.Exists(file) ? file : throw new FileNotFoundException($"LibreOffice has not printed {name}.");
    }

    private static string Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {error.Result}");
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException($"This test needs {program} (libreoffice-writer, poppler-utils); ./test installs it.");
        }
    }
}
