using SiteBot.Host.Settings;
using SiteBot.Host.Time;
using SiteBot.Host.Workplaces;
using SiteBot.Storage;

namespace SiteBot.Host.Local;

/// <summary>What local mode does at start and before each request: the demo clock, and in a new store the sample's visit.</summary>
internal static class LocalStart
{
    /// <summary>Opens the demo clock; a new store of the sample gets its visit first.</summary>
    public static async ValueTask<DemoClock> Open(
        IStore store, SiteBotOptions options, WorkplaceFiles files, Workplace workplace, TimeProvider machine, CancellationToken cancellation)
    {
        var start = options.Clock.Start?.ToInstant();
        var isNew = await store.Settings.Read(DemoClock.Setting, cancellation) is null;
        if (isNew && (options.Sample ?? (start is null && files.IsSample)) && SampleVisit.Of(workplace) is { } sample)
        {
            // Where it stands there already, another host or a start that was cut off has kept it: that is a conflict, and right.
            await store.Ledger.Commit(sample);
            start ??= SampleVisit.Opening;
        }

        return await DemoClock.Open(store.Settings, machine, start, options.Clock.Frozen, cancellation);
    }

    /// <summary>A turn goes by the time to which another host may have moved the clock.</summary>
    public static async Task TakeOverClock(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/api"))
        {
            await context.RequestServices.GetRequiredService<DemoClock>().Refresh(context.RequestAborted);
        }

        await next(context);
    }
}
