using System.Collections.Immutable;
using NodaTime;
using SiteBot.Reading;

namespace SiteBot.Directory;

/// <summary>Reads the directory file, or refuses it with every fault.</summary>
public sealed class DirectoryReader
{
    private readonly FaultList faults;
    private readonly IdList offices = new("regional office");
    private readonly IdList customers = new("customer");
    private readonly IdList sites = new("site");
    private readonly IdList products = new("product");

    private DirectoryReader(FaultList faults) => this.faults = faults;

    /// <summary>Reads a directory.</summary>
    /// <param name="file">The name that faults carry.</param>
    /// <param name="text">The file's text.</param>
    /// <exception cref="FaultyFileException">With every fault: unknown keys, double ids, references to nothing, wrong values, a site that nobody answers for.</exception>
    public static CompanyDirectory Read(string file, string text) => Read(new SourceFile(file, text));

    /// <summary>Reads a directory.</summary>
    /// <exception cref="FaultyFileException">With every fault.</exception>
    public static CompanyDirectory Read(SourceFile source)
    {
        var faults = new FaultList(source.Name);
        return new DirectoryReader(faults).ReadAll(source);
    }

    // What is named is read before what names it, whatever the file's order.
    private CompanyDirectory ReadAll(SourceFile source)
    {
        var root = new MapReader(faults, YamlFile.Parse(source.Name, source.Text), "the directory");
        var offices = root.Maps("offices", "a regional office").Select(ReadOffice).ToImmutableArray();
        var products = root.Maps("products", "a product").Select(ReadProduct).ToImmutableArray();
        var customers = root.Maps("customers", "a customer").Select(ReadCustomer).ToImmutableArray();
        var siteMaps = root.Maps("sites", "a site").ToList();
        var sites = siteMaps.Select(ReadSite).ToImmutableArray();
        var personReader = new PersonReader(this.offices, this.products);
        var people = root.Maps("people", "a person").Select(personReader.Read).ToImmutableArray();
        personReader.CheckDeputies(faults);
        root.Done();
        if (people.IsEmpty)
        {
            faults.Add(root.LineOf("people"), "the directory has no people; write them under 'people:'.");
        }

        SomebodyToAsk.Check(faults, siteMaps.Zip(sites), offices, products, people);
        faults.ThrowIfAny();
        return new CompanyDirectory(source, offices, customers, sites, products, people);
    }

    private RegionalOffice ReadOffice(MapReader map)
    {
        var office = new RegionalOffice(
            offices.Take(map), map.Bilingual("name"), map.Choice("language", DirectoryWords.Languages), Zone(map), Channel(map), PolicyReader.Read(map));
        map.Done();
        return office;
    }

    private Product ReadProduct(MapReader map)
    {
        var product = new Product(products.Take(map), map.Bilingual("name"), [.. map.Words("released").Select(word => word.Value)]);
        map.Done();
        return product;
    }

    private Customer ReadCustomer(MapReader map)
    {
        var customer = new Customer(customers.Take(map), map.Bilingual("name"), PolicyReader.Read(map));
        map.Done();
        return customer;
    }

    private Site ReadSite(MapReader map)
    {
        var equipment = new IdList("equipment");
        var site = new Site(
            sites.Take(map),
            map.Bilingual("name"),
            offices.Named(map, "office"),
            customers.Named(map, "customer"),
            Zone(map),
            PolicyReader.Read(map),
            [.. map.Maps("equipment", "a piece of equipment").Select(item => ReadEquipment(item, equipment))]);
        map.Done();
        return site;
    }

    private Equipment ReadEquipment(MapReader map, IdList ids)
    {
        var equipment = new Equipment(ids.Take(map), products.Named(map, "product"), map.OptionalText("version"));
        map.Done();
        return equipment;
    }

    private static ChannelReference? Channel(MapReader office)
    {
        if (office.Map("channel") is not { } map)
        {
            return null;
        }

        var channel = new ChannelReference(map.Text("teamId"), map.Text("channelId"));
        map.Done();
        return channel;
    }

    // The provider also takes fixed offsets such as UTC+08:00, which are no zones of the database: only listed names count.
    private static DateTimeZone Zone(MapReader map)
    {
        var written = map.Text("timeZone");
        if (DateTimeZoneProviders.Tzdb.Ids.Contains(written))
        {
            return DateTimeZoneProviders.Tzdb[written];
        }

        if (written.Length > 0)
        {
            map.Fault("timeZone", $"'{written}' is no time zone; write an IANA name exactly, such as Asia/Shanghai.");
        }

        return DateTimeZone.Utc;
    }
}
