import { remember, remembered } from "./choice.js";
import { Clock } from "./clock.js";
import { Column } from "./column.js";
import { el } from "./dom.js";
import * as host from "./host.js";
import { dark } from "./looks.js";
import { Picker } from "./picker.js";
import { word } from "./words.js";

const pollEvery = 4000;
const places = Object.fromEntries(["clock", "picker", "banner", "tabs", "columns"].map(id => [id, document.getElementById(id)]));
let people = null;
let columns = [];
let active = null;
let hostAway = false;
let askSoon = 0;
let tabbing = false;

const clock = new Clock(places.clock, () => askPeopleSoon());
const picker = new Picker(places.picker, (key, open) => open ? add(key) : close(columns.find(column => column.key === key)));

const page = {
  close,
  changed: () => remember(columns.map(column => column.choice)),
  now: () => clock.now,
  heard(column) {
    if (column !== active) {
      column.unread++;
      drawTabs();
    }
    askPeopleSoon();
  },
};

function language() {
  return active?.language ?? (navigator.language.startsWith("zh") ? "zh" : "en");
}

function add(key) {
  const channel = key.startsWith("#") ? key.slice(1) : undefined;
  const person = channel ? (active?.choice.person ?? people.persons[0]?.id) : key;
  open({ channel, person });
  page.changed();
  draw();
}

function open(choice) {
  const column = new Column(choice, page);
  if (!column.know(people) || columns.some(other => other.key === column.key)) {
    return;
  }
  columns.push(column);
  column.element.addEventListener("focusin", event => tabbing || column === active ? activate(column) : keepFocus(event));
  column.element.addEventListener("pointerdown", () => activate(column));
  places.columns.append(column.element);
  active = column;
  if (window.WebChat) {
    column.connect();
  }
}

function close(column) {
  column.end();
  columns = columns.filter(other => other !== column);
  active = active === column ? columns.at(-1) ?? null : active;
  page.changed();
  draw();
}

/**
 * All Web Chats of a page share one "focus the send box": a message sent in one column throws the focus into the last. Only a press or
 * the Tab key moves to another column; any other focus goes back.
 */
function keepFocus(event) {
  if (active.element.contains(event.relatedTarget)) {
    event.relatedTarget.focus();
  } else {
    event.target.blur();
    active.chat?.focus();
  }
}

function activate(column) {
  if (active !== column || column.unread) {
    active = column;
    column.unread = 0;
    drawChrome();
  }
}

/** By its tab, where one column is shown at a time: what came meanwhile is what one wants to see. */
function turnTo(column) {
  const news = column.unread > 0;
  activate(column);
  if (news) {
    column.chat?.showLatest();
  }
}

function draw() {
  columns.forEach(column => column.draw());
  drawChrome();
  drawEmpty();
}

/** Everything around the columns, in the language and zone of the person one is at the moment. */
function drawChrome() {
  document.documentElement.lang = language() === "zh" ? "zh-CN" : "en";
  document.querySelectorAll("[data-word]").forEach(place => { place.textContent = word(place.dataset.word, language()); });
  columns.forEach(column => column.element.classList.toggle("shown", column === active));
  clock.speak(language(), active?.zone ?? null);
  if (people) {
    picker.draw(people, new Set(columns.map(column => column.key)), language());
  }
  places.banner.hidden = !hostAway;
  places.banner.textContent = hostAway ? word("hostDown", language()) : "";
  drawTabs();
}

function drawTabs() {
  places.tabs.replaceChildren(...columns.map(column => el("button", {
    type: "button", role: "tab", "data-tab": column.key, "aria-selected": String(column === active), onclick: () => turnTo(column),
  }, column.title, column.unread ? el("span", { className: "unread" }, String(column.unread)) : null)));
}

function drawEmpty() {
  places.columns.querySelector(":scope > .empty")?.remove();
  const say = (title, how, ...more) => places.columns.replaceChildren(
    el("div", { className: "empty" }, el("h2", {}, word(title, language())), el("p", {}, word(how, language())), ...more));
  if (!window.WebChat) {
    say("noWebChat", "noWebChatHow", el("code", {}, "./run"));
  } else if (people && people.persons.length === 0) {
    say("noPeople", "noPeopleHow");
  } else if (people && columns.length === 0) {
    say("nobodyShown", "nobodyShownHow");
  }
}

/** A person's language or role may have changed by what was just said. */
function askPeopleSoon() {
  clearTimeout(askSoon);
  askSoon = setTimeout(askPeople, 800);
}

async function askPeople() {
  try {
    take(await host.people());
  } catch {
    // The next poll finds out.
  }
}

function take(answer) {
  if (JSON.stringify(answer) === JSON.stringify(people)) {
    return;
  }
  const first = people === null;
  people = answer;
  columns.filter(column => !column.know(people)).forEach(column => {
    column.end();
    columns = columns.filter(other => other !== column);
  });
  if (first) {
    const viewer = people.firstShown.find(key => !key.startsWith("#")) ?? people.persons[0]?.id;
    (remembered() ?? people.firstShown.map(key => (key.startsWith("#") ? { channel: key.slice(1), person: viewer } : { person: key }))).forEach(open);
    active = columns[0] ?? null;
  }
  active = columns.includes(active) ? active : columns[0] ?? null;
  draw();
}

async function poll() {
  const wasAway = hostAway;
  try {
    clock.show((await host.clock()).now);
    hostAway = false;
  } catch (failure) {
    hostAway = !(failure instanceof host.Refusal);
  }
  if (!hostAway) {
    await askPeople();
    columns.filter(column => column.state === "ended" && window.WebChat).forEach(column => column.connect());
  }
  if (wasAway !== hostAway) {
    columns.forEach(column => column.away(hostAway));
    drawChrome();
  }
}

async function keepPolling() {
  await poll();
  setTimeout(keepPolling, pollEvery);
}

document.addEventListener("keydown", event => { tabbing = event.key === "Tab"; }, true);
document.addEventListener("pointerdown", () => { tabbing = false; }, true);
dark.addEventListener("change", () => columns.forEach(column => column.draw()));
draw();
keepPolling();
