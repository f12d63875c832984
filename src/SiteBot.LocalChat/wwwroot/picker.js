import { drop, el } from "./dom.js";
import { said, word } from "./words.js";

/** The menu that opens and closes columns. */
export class Picker {
  constructor(place, onToggle) {
    this.place = place;
    this.onToggle = onToggle;
    this.panel = el("div");
    this.menu = drop("", this.panel);
    place.append(this.menu);
  }

  draw(people, open, language) {
    this.menu.querySelector("summary").firstChild.textContent = word("people", language);
    const focused = this.panel.contains(document.activeElement) ? document.activeElement.value : null;
    this.panel.replaceChildren(...[
      el("h2", {}, word("persons", language)),
      ...people.persons.map(person => this.row(person.id, said(person.name, language), said(person.role, language), open)),
      people.persons.length ? null : el("p", {}, word("noPeople", language)),
      ...(people.channels.length ? [el("h2", {}, word("channels", language))] : []),
      ...people.channels.map(channel => this.row(`#${channel.id}`, said(channel.name, language), said(channel.office, language), open)),
    ].filter(Boolean));
    if (focused) {
      this.panel.querySelector(`input[value="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  row(value, name, detail, open) {
    const box = el("input", { type: "checkbox", value, checked: open.has(value), onchange: () => this.onToggle(value, box.checked) });
    return el("label", {}, box, el("span", {}, name, el("small", {}, detail)));
  }
}
