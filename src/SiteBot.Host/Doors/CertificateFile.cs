using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SiteBot.Host.Settings;

namespace SiteBot.Host.Doors;

/// <summary>Reads the app's certificate.</summary>
internal static class CertificateFile
{
    /// <summary>Reads a PFX, or a PEM with certificate and key.</summary>
    /// <exception cref="SettingsException">It cannot be read, or comes without its key.</exception>
    public static X509Certificate2 Load(string path, string? password)
    {
        try
        {
            var pem = Path.GetExtension(path) is ".pem" or ".crt";
            var certificate = !pem ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
                : password is null ? X509Certificate2.CreateFromPemFile(path)
                : X509Certificate2.CreateFromEncryptedPemFile(path, password);
            return certificate.HasPrivateKey ? certificate : throw new CryptographicException("It comes without its private key.");
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"MicrosoftAppCertificatePath: the certificate cannot be read: {unreadable.Message}"]);
        }
    }
}
