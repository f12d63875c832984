/** A file that a link of the bot's leads to: fetched with the reader's token, and saved by a press. */
import { el } from "./dom.js";

const isHash = text => /^[0-9a-f]{64}$/.test(text ?? "");

/** The file that the page was opened for, by Teams' link or by the address; null where it was opened for the overview. */
export function fileAsked(subPage, search) {
  const query = new URLSearchParams(isHash(new URLSearchParams(subPage ?? "").get("file")) ? subPage : search);
  return isHash(query.get("file")) ? { hash: query.get("file"), visit: query.get("visit") ?? "", name: query.get("name") ?? "", mark: query.get("mark") ?? "" } : null;
}

/** Asks the host for it, as who the token says. */
export function fileFetched(file, token) {
  const query = new URLSearchParams({ visit: file.visit, name: file.name, mark: file.mark });
  return fetch(`/files/${file.hash}?${query}`, { headers: { Authorization: `Bearer ${token}` }, cache: "no-store", signal: AbortSignal.timeout(60000) });
}

/** What is shown of it: its name, a press that saves it, and the way on. */
export function fileShown(file, blob, words, onward) {
  return el("section", { className: "part file" },
    el("h2", { dir: "auto" }, file.name),
    el("p", {}, words.ready),
    el("p", {},
      el("a", { className: "save", href: URL.createObjectURL(blob), download: file.name }, words.save),
      " ",
      el("button", { type: "button", onclick: onward }, words.overview)));
}
