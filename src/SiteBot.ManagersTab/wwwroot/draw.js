/** Draws the data as elements. Every text of it becomes a text node: nothing that anybody typed is ever read as HTML. */
import { el } from "./dom.js";

const filled = (text, ...values) => values.reduce((whole, value, index) => whole.replaceAll(`%${index}`, value), text);

const name = text => el("span", { className: "name", dir: "auto" }, text);

const number = phone => phone.replace(/[^+\d]/g, "");

const call = (words, phone, who) => phone && number(phone)
  ? el("a", { className: "call", href: `tel:${number(phone)}`, "aria-label": filled(words.call, who) }, `☎ ${phone}`)
  : null;

const chips = list => el("div", { className: "chips" }, ...list.map(chip => el("span", { className: "chip", "data-tone": chip.tone }, chip.text)));

const more = (words, shown, total) => total > shown ? [el("li", { className: "note" }, filled(words.more, total - shown))] : [];

function lines(words, list) {
  return el("ul", { className: "lines" },
    ...list.shown.map(line => el("li", { "data-tone": line.tone }, el("div", { dir: "auto" }, line.text), el("div", { className: "note" }, line.note))),
    ...more(words, list.shown.length, list.total));
}

/** A list that opens; which ones are open outlives a refresh. */
function opening(key, label, content) {
  const details = el("details", {}, el("summary", {}, label), content);
  details.dataset.key = key;
  return details;
}

function part(id, title, count, ...content) {
  return el("section", { className: "part", id, "aria-labelledby": `${id}-title` },
    el("header", {}, el("h2", { id: `${id}-title` }, title), count ? el("small", {}, `${count}`) : null), ...content.flat());
}

const empty = text => el("p", { className: "empty" }, text);

const rows = (items, draw) => el("ul", { className: "rows" }, ...items.map(draw));

const rest = (words, list) => list.total > list.shown.length ? [el("p", { className: "empty" }, filled(words.more, list.total - list.shown.length))] : [];

const alarms = (words, list) => part("alarms", words.alarms, list.total,
  list.total === 0 ? empty(words["alarms.none"]) : rows(list.shown, alarm => el("li", { "data-tone": alarm.tone },
    el("div", { className: "top" }, el("h3", {}, alarm.title), el("span", { className: "id" }, alarm.key)),
    el("div", { className: "note", dir: "auto" }, alarm.about),
    chips([{ tone: alarm.tone, text: alarm.state }]),
    ...alarm.facts.map(fact => el("div", { className: "note" }, fact)),
    call(words, alarm.phone, alarm.about))), rest(words, list));

const consents = (words, list) => part("consents", words.consents, list.total,
  list.total === 0 ? empty(words["consents.none"]) : rows(list.shown, consent => el("li", { "data-tone": consent.tone },
    el("div", { className: "top" }, el("h3", {}, consent.title, " · ", name(consent.who))),
    el("div", { className: "note", dir: "auto" }, consent.about),
    el("div", { className: "note" }, consent.note))), rest(words, list));

const visit = (words, one) => el("li", { "data-tone": one.tone },
  el("div", { className: "top" }, el("h3", {}, name(one.title)), el("span", { className: "id" }, one.key)),
  el("div", { className: "note", dir: "auto" }, one.site),
  one.chips.length > 0 ? chips(one.chips) : null,
  el("div", { className: "note" }, name(one.lead), one.window ? ` · ${one.window}` : "", " ", call(words, one.phone, one.lead)),
  el("div", { className: "done" }, el("progress", { max: Math.max(one.owed, 1), value: one.done, "aria-label": filled(words.done, one.done, one.owed) }),
    el("span", {}, [one.phase, filled(words.done, one.done, one.owed)].filter(Boolean).join(" · "))),
  one.why.total > 0 ? opening(`why/${one.key}`, `${words.why} (${one.why.total})`, lines(words, one.why)) : null,
  one.owes.total > 0 ? opening(`owes/${one.key}`, `${words.owes} (${one.owes.total})`, lines(words, one.owes)) : null);

function visits(words, data, turn) {
  const list = data.visits;
  const step = (label, page) => {
    const button = el("button", { type: "button", disabled: page < 1 || page > list.pages, onclick: () => turn({ page }) }, label);
    button.dataset.key = `page/${label}`;
    return button;
  };
  return part("visits", words.visits, list.total,
    data.offices.length > 1 ? el("div", { className: "pick" }, ...[{ key: null, name: words["offices.all"] }, ...data.offices].map(office => {
      const button = el("button", { type: "button", "aria-pressed": `${list.office === office.key}`, onclick: () => turn({ office: office.key, page: 1 }) }, office.name);
      button.dataset.key = `office/${office.key}`;
      return button;
    })) : [],
    list.total === 0 ? empty(words["visits.none"]) : rows(list.shown, one => visit(words, one)),
    list.pages > 1 ? el("div", { className: "pages" }, step(words.before, list.page - 1), el("span", {}, filled(words.page, list.page, list.pages)), step(words.next, list.page + 1)) : []);
}

const people = (words, list) => part("people", words.people, list.total,
  list.total === 0 ? empty(words["people.none"]) : rows(list.shown, person => el("li", {},
    el("div", { className: "top" }, el("h3", {}, name(person.name)), call(words, person.phone, person.name)),
    el("div", { className: "note" }, person.note),
    opening(`person/${person.key}`, el("span", {}, `${words.owes} ${person.count}`, person.overdue > 0 ? el("span", { className: "late" }, ` · ${filled(words["count.overdue"], person.overdue)}`) : null),
      lines(words, person.debts)))), rest(words, list));

const offices = (words, list) => list.length === 0 ? null : part("offices", words.offices, 0, rows(list, office => el("li", {},
  el("div", { className: "top" }, el("h3", {}, name(office.name)), el("span", { className: "id" }, filled(words["count.visits"], office.visits))),
  chips([["alarms", "Attention"], ["troubled", "Attention"], ["overdue", "Attention"], ["running", "Warning"], ["consents", "Warning"]]
    .filter(([what]) => office[what] > 0).map(([what, tone]) => ({ tone: what === "alarms" && office.unacknowledged === 0 ? "Warning" : tone, text: filled(words[`count.${what}`], office[what]) }))))));

const provisions = (words, list) => part("provisions", words.provisions, 0,
  list.total === 0 ? empty(words["provisions.none"]) : [
    el("p", { className: "hint" }, words["provisions.how"]),
    rows(list.shown, held => el("li", { className: "held" }, el("b", {}, held.key), el("span", { className: "note" }, held.text),
      el("span", {}, held.visits === 1 ? words["held.one"] : filled(words.held, held.visits))))], rest(words, list));

const desk = (words, data) => part("desk", words.desk, 0,
  data.givenUp.total + data.unreached.total === 0 ? empty(words["desk.none"]) : [
    data.givenUp.total === 0 ? [] : [el("h3", { className: "plain" }, words["desk.given_up"]), el("div", { className: "plain" }, lines(words, data.givenUp))],
    data.unreached.total === 0 ? [] : [el("h3", { className: "plain" }, `${words["desk.unreached"]} (${data.unreached.total})`),
      el("p", { className: "plain", dir: "auto" }, data.unreached.shown.join(" · "), data.unreached.total > data.unreached.shown.length ? ` · ${filled(words.more, data.unreached.total - data.unreached.shown.length)}` : "")]].flat());

const tiles = list => el("nav", { className: "tiles wide" }, ...list.map(tile => el("a", { className: "tile", href: `#${tile.part}`, "data-tone": tile.tone },
  el("b", {}, `${tile.count}`), el("span", {}, tile.label))));

/**
 * The whole board.
 * @param data what the host told
 * @param turn asks for another page or regional office
 */
export function board(data, turn) {
  const words = data.words;
  return [
    tiles(data.tiles),
    el("div", { className: "stack" }, data.alarms.total > 0 ? alarms(words, data.alarms) : null, visits(words, data, turn), data.alarms.total === 0 ? alarms(words, data.alarms) : null),
    el("div", { className: "stack" }, consents(words, data.consents), people(words, data.people), provisions(words, data.provisions), offices(words, data.offices), data.desk ? desk(words, data.desk) : null),
  ];
}

export { filled };
