/** Times of a zone; without one, in the offset that the demo clock itself has. */
const offsetOf = iso => {
  const match = /([+-])(\d\d):(\d\d)$/.exec(iso);
  return match ? (match[1] === "-" ? -1 : 1) * (match[2] * 60 + +match[3]) : 0;
};

/** The wall clock of a moment in a zone, as if it were UTC. */
function wall(moment, zone, clockOffset) {
  if (!zone) {
    return new Date(moment.getTime() + clockOffset * 60000);
  }
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-US", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
  }).formatToParts(moment).map(part => [part.type, +part.value]));
  return new Date(Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second));
}

export class SiteTime {
  constructor(now, zone) {
    this.moment = new Date(now);
    this.zone = zone;
    this.clockOffset = offsetOf(now);
  }

  wallOf(moment) {
    return wall(moment, this.zone, this.clockOffset);
  }

  /** Minutes east of UTC at that moment. */
  offset(moment = this.moment) {
    return Math.round((this.wallOf(moment) - new Date(Math.floor(moment / 1000) * 1000)) / 60000);
  }

  time(moment = this.moment) {
    return this.wallOf(moment).toISOString().slice(11, 16);
  }

  date(language, moment = this.moment) {
    return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { timeZone: "UTC", weekday: "short", month: "short", day: "numeric" }).format(this.wallOf(moment));
  }

  zoneText() {
    const minutes = this.offset();
    const hours = `${minutes < 0 ? "−" : "+"}${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, "0")}:${String(Math.abs(minutes) % 60).padStart(2, "0")}`;
    return this.zone ? `${this.zone.split("/").pop().replaceAll("_", " ")} ${hours}` : `UTC${hours}`;
  }

  /** The moment at which this zone's wall clock shows that date and time ("2026-03-11T00:00"). */
  at(wallText) {
    const wanted = Date.parse(`${wallText.slice(0, 16)}:00Z`);
    let moment = new Date(wanted - this.offset() * 60000);
    moment = new Date(wanted - this.offset(moment) * 60000);
    return moment;
  }

  midnight() {
    const tomorrow = new Date(this.wallOf(this.moment));
    tomorrow.setUTCDate(tomorrow.getUTCDate() + 1);
    return this.at(`${tomorrow.toISOString().slice(0, 10)}T00:00`);
  }

  /** For an input of type datetime-local. */
  wallText() {
    return this.wallOf(this.moment).toISOString().slice(0, 16);
  }
}
