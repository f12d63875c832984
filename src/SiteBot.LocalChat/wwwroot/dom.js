/** An element with its properties, attributes (those with a dash, role, for, lang) and children. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-") || ["role", "for", "lang"].includes(key)) {
      element.setAttribute(key, value);
    } else {
      element[key] = value;
    }
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** A menu that opens below its button; Escape and a press elsewhere close it. */
export function drop(label, panel) {
  const details = el("details", { className: "drop" }, el("summary", {}, label), el("div", { className: "panel" }, panel));
  details.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      details.open = false;
      details.querySelector("summary").focus();
    }
  });
  document.addEventListener("pointerdown", event => {
    if (!details.contains(event.target)) {
      details.open = false;
    }
  });
  return details;
}
