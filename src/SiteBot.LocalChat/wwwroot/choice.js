/**
 * Which columns are open, in the address (so that a link shows the same) and in this browser.
 * A column is "person" or "#channel@speaker".
 */
const key = "sitebot.columns";

const parse = text => text.split(",").filter(Boolean).map(part => {
  const channel = /^#(.+)@([^@]+)$/.exec(part);
  return channel ? { channel: channel[1], person: channel[2] } : { person: part };
});

const print = columns => columns.map(column => column.channel ? `#${column.channel}@${column.person}` : column.person).join(",");

/** The remembered choice; null when there is none yet. */
export function remembered() {
  const address = new URLSearchParams(location.search).get("show");
  if (address !== null) {
    return parse(address);
  }
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? null : parse(stored);
  } catch {
    return null;
  }
}

export function remember(columns) {
  const address = new URL(location.href);
  address.searchParams.set("show", print(columns));
  history.replaceState(null, "", address);
  try {
    localStorage.setItem(key, print(columns));
  } catch {
    // A browser that keeps nothing still has the address.
  }
}
