/** The manager's tab: signs in, shows the file that a link led to, else the overview: asks the host every half minute while it is looked at, and says how old it is when the host does not answer. */
import { el } from "./dom.js";
import { board, filled } from "./draw.js";
import { fileAsked, fileFetched, fileShown } from "./file.js";
import { join, Trouble, wearSystem } from "./teams.js";
import { languageOf, said } from "./words.js";

const pace = 30000;
const root = document.documentElement;
const at = id => document.getElementById(id);
const address = new URL(location.href);
const asked = { page: 1, office: null };

let language = languageOf(navigator.language);
let teams = null;
let file = null;
let data = null;
let latest = 0;
let timer = 0;

function banner(text, retry = true) {
  const [words, button] = at("banner").children;
  words.textContent = text ?? "";
  button.textContent = data?.words.retry ?? said("retry", language);
  button.hidden = !retry;
  at("banner").hidden = text === null;
}

/** Nothing stays on the screen of who may not see it. */
function clear() {
  data = null;
  at("board").replaceChildren();
  at("scope").textContent = "";
  at("updated").textContent = "";
  at("refresh").hidden = true;
}

function show() {
  language = data.language;
  root.lang = language === "zh" ? "zh-CN" : "en";
  const words = data.words;
  document.title = `SiteBot · ${words.title}`;
  at("title").textContent = words.title;
  at("scope").replaceChildren(el("span", { className: "name", dir: "auto" }, data.name), ` · ${data.scope}`);
  at("updated").textContent = filled(words.updated, data.at);
  at("refresh").textContent = words.refresh;
  at("refresh").hidden = false;
  const open = new Set([...document.querySelectorAll("details[open]")].map(details => details.dataset.key));
  const focused = document.activeElement?.closest("[data-key]")?.dataset.key;
  at("board").replaceChildren(...board(data, turn));
  for (const details of document.querySelectorAll("details")) {
    details.open = open.has(details.dataset.key);
  }
  const again = focused && [...document.querySelectorAll("[data-key]")].find(element => element.dataset.key === focused);
  (again?.querySelector("summary") ?? again)?.focus({ preventScroll: true });
}

async function fetched() {
  const query = new URLSearchParams({ page: asked.page });
  if (asked.office) {
    query.set("office", asked.office);
  }
  const headers = {};
  if (teams) {
    headers.Authorization = `Bearer ${await teams.token()}`;
  } else {
    query.set("as", address.searchParams.get("as") ?? "");
  }
  return fetch(`/tab/data?${query}`, { headers, cache: "no-store", signal: AbortSignal.timeout(25000) });
}

async function refresh() {
  clearTimeout(timer);
  const turn = ++latest;
  at("board").setAttribute("aria-busy", "true");
  try {
    const answer = await fetched();
    if (answer.ok) {
      const told = await answer.json();
      if (turn !== latest) {
        return;
      }
      data = told;
      show();
      banner(data.notice || null, false);
      teams?.ready();
    } else if (turn === latest) {
      refused(answer.status);
    }
  } catch (trouble) {
    if (turn === latest) {
      if (trouble instanceof Trouble) {
        clear();
        banner(said(trouble.word, language));
      } else {
        lost("lost");
      }
    }
  } finally {
    if (turn === latest) {
      at("board").setAttribute("aria-busy", "false");
      timer = setTimeout(() => document.hidden || refresh(), pace);
    }
  }
}

/** On from the file. */
function overview() {
  file = null;
  at("board").replaceChildren();
  banner(null);
  refresh();
}

/** A link of the bot's led here: the file that it names, as the host gives it to who reads. */
async function give() {
  at("board").setAttribute("aria-busy", "true");
  banner(null);
  try {
    const answer = await fileFetched(file, await teams.token());
    if (answer.ok) {
      const words = { ready: said("fileReady", language), save: said("fileSave", language), overview: said("toOverview", language) };
      at("board").replaceChildren(fileShown(file, await answer.blob(), words, overview));
    } else {
      const told = await answer.json().catch(() => null);
      at("board").replaceChildren(el("p", {}, el("button", { type: "button", onclick: overview }, said("toOverview", language))));
      banner(answer.status === 401 ? said("notYourFile", language) : told?.error?.message ?? said("busy", language), answer.status >= 429);
    }
    teams.ready();
  } catch (trouble) {
    banner(said(trouble instanceof Trouble ? trouble.word : "lost", language));
  } finally {
    at("board").setAttribute("aria-busy", "false");
  }
}

function refused(status) {
  if (status === 401 || status === 403) {
    clear();
    banner(said(status === 401 ? "notSignedIn" : "notAllowed", language));
  } else {
    lost("busy");
  }
}

/** What was there stays, with the time that it was true at. */
function lost(word) {
  banner(data ? filled(data.words.lost, data.at) : said(word, language));
}

function turn(to) {
  Object.assign(asked, to);
  refresh();
}

/** Local mode: whoever one is in the local chat, or chooses here. */
async function choose() {
  const select = at("choice").querySelector("select");
  at("choice").querySelector("span").textContent = said("chooseWho", language);
  const people = await (await fetch("/tab/people", { cache: "no-store" })).json();
  const who = address.searchParams.get("as") ?? firstOfChat() ?? "";
  select.replaceChildren(el("option", { value: "" }, said("nobody", language)), ...people.map(person => el("option", { value: person.id }, language === "zh" ? person.zh : person.en)));
  select.value = people.some(person => person.id === who) ? who : "";
  select.addEventListener("change", () => {
    address.searchParams.set("as", select.value);
    history.replaceState(null, "", address);
    clear();
    Object.assign(asked, { page: 1, office: null });
    select.value ? refresh() : banner(null);
  });
  at("choice").hidden = false;
  address.searchParams.set("as", select.value);
  return select.value !== "";
}

function firstOfChat() {
  try {
    return localStorage.getItem("sitebot.columns")?.split(",").find(column => column && !column.startsWith("#"));
  } catch {
    return undefined;
  }
}

async function begin() {
  clearTimeout(timer);
  banner(null);
  try {
    if (root.dataset.mode === "local") {
      wearSystem();
      if (!await choose()) {
        at("board").setAttribute("aria-busy", "false");
        return;
      }
    } else {
      banner(said("signingIn", language), false);
      teams = await join();
      language = languageOf(teams.locale);
      root.lang = language === "zh" ? "zh-CN" : "en";
      file = fileAsked(teams.subPage, location.search);
    }
  } catch (trouble) {
    banner(said(trouble.word ?? "lost", language));
    at("board").setAttribute("aria-busy", "false");
    return;
  }
  await (file ? give() : refresh());
}

at("refresh").addEventListener("click", refresh);
at("banner").querySelector("button").addEventListener("click", () => file && teams ? give() : teams || (root.dataset.mode === "local" && data) ? refresh() : begin());
document.addEventListener("visibilitychange", () => document.hidden || (data && refresh()));
addEventListener("online", () => data && refresh());
begin();
