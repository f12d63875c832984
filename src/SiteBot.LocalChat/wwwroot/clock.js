import { drop, el } from "./dom.js";
import * as host from "./host.js";
import { SiteTime } from "./time.js";
import { word } from "./words.js";

/** The demo clock: shows the site's time, and moves it forward. */
export class Clock {
  constructor(place, onMoved) {
    this.place = place;
    this.onMoved = onMoved;
    this.language = "en";
    this.zone = null;
    this.now = null;
    this.face = el("time", {}, el("b", {}, "–:–"), el("span"));
    this.moves = el("div", { className: "moves" });
    this.told = el("output", { "aria-live": "polite" });
    place.append(this.face, this.moves, this.told);
    this.narrow = matchMedia("(max-width: 1099px)");
    this.narrow.addEventListener("change", () => this.draw());
  }

  /** The moment it now is at the sites; null before the host first answered. */
  site(zone = this.zone) {
    return this.now && new SiteTime(this.now, zone);
  }

  show(now) {
    this.now = now;
    const site = this.site();
    this.face.dateTime = now;
    this.face.firstChild.textContent = site.time();
    this.face.lastChild.textContent = `${site.date(this.language)} · ${site.zoneText()}`;
  }

  speak(language, zone) {
    if (language !== this.language || zone !== this.zone || !this.moves.childElementCount) {
      this.language = language;
      this.zone = zone;
      this.draw();
    }
    if (this.now) {
      this.show(this.now);
    }
  }

  draw() {
    const say = key => word(key, this.language);
    const button = (key, to) => el("button", { type: "button", "data-step": key, onclick: () => this.move(to()) }, say(key));
    const moment = el("input", { type: "datetime-local", "aria-label": say("moment"), onfocus: () => { moment.min = this.site()?.wallText() ?? ""; } });
    const exact = el("form", {
      className: "moves",
      onsubmit: event => {
        event.preventDefault();
        if (moment.value && this.now) {
          this.move({ now: this.site().at(moment.value).toISOString() });
        }
      },
    }, moment, el("button", { type: "submit" }, say("go")));
    const steps = [
      button("tenMinutes", () => ({ forward: "PT10M" })),
      button("hour", () => ({ forward: "PT1H" })),
      button("midnight", () => ({ now: this.site()?.midnight().toISOString() })),
      button("day", () => ({ forward: "P1D" })),
    ];
    this.face.setAttribute("aria-label", say("clock"));
    this.menu?.remove();
    this.menu = this.narrow.matches
      ? drop(say("forward"), el("div", {}, el("div", { className: "moves" }, ...steps), el("hr"), exact))
      : drop(say("moment"), exact);
    this.moves.replaceChildren(...(this.narrow.matches ? [] : steps), this.menu);
  }

  async move(to) {
    const buttons = this.moves.querySelectorAll("button");
    this.menu.open = false;
    this.tell(word("moving", this.language), false);
    this.place.dataset.moving = "true";
    buttons.forEach(button => { button.disabled = true; });
    try {
      const moved = await host.moveClock(to);
      this.show(moved.now);
      this.tell(word("moved", this.language, moved.delivered ?? 0, moved.failed ?? 0), moved.failed > 0);
      this.onMoved();
    } catch (failure) {
      const reason = failure instanceof host.Refusal ? failure.message : word("noClock", this.language);
      this.tell(word("notMoved", this.language, reason), true);
    } finally {
      buttons.forEach(button => { button.disabled = false; });
      this.place.dataset.moving = "false";
    }
  }

  tell(text, bad) {
    this.told.textContent = text;
    this.told.classList.toggle("bad", bad);
  }
}
