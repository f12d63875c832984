using SiteBot.Procedures;

namespace SiteBot.Tests.Procedures;

public sealed class ShippedProceduresTests
{
    [Fact]
    public void Everything_that_ships_is_read_without_a_fault()
    {
        var catalogue = ProcedureCatalogue.Load(Shipped.Dialogs);
        Assert.Equal(catalogue.Standard.Services.Select(service => service.Id), catalogue.Procedures.Select(procedure => procedure.Service));
    }
}
