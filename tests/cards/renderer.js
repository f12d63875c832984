// Runs in a page beside the official renderer (adaptivecards.js): draws one card, or checks it and says every fault.
(() => {
  const AC = window.AdaptiveCards;
  const markdown = window.markdownit({ html: false, linkify: false });
  AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };

  const known = new AC.Version(1, 5);
  const names = Object.fromEntries(Object.entries(AC.ValidationEvent).filter(([, value]) => typeof value === "number").map(([name, value]) => [value, name]));

  function parse(json, hostConfig) {
    const card = new AC.AdaptiveCard();
    card.hostConfig = new AC.HostConfig(hostConfig);
    const context = new AC.SerializationContext(known);
    card.parse(json, context);
    const read = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
    const told = [...read, ...card.validateProperties().validationEvents]
      .filter(event => event.event !== AC.ValidationEvent.Hint)
      .map(event => `${names[event.event]}: ${event.message}`);
    return { card, told };
  }

  function place(hostConfig, width, dark) {
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
    document.body.style.background = dark ? "#1f1f1f" : "#f5f5f5";
    const frame = document.createElement("div");
    frame.className = "card";
    frame.style.width = `${width}px`;
    frame.style.background = hostConfig.containerStyles.default.backgroundColor;
    frame.classList.toggle("dark", dark);
    document.body.replaceChildren(frame);
    return frame;
  }

  function draw(json, hostConfig, width, dark) {
    const frame = place(hostConfig, width, dark);
    const { card, told } = parse(json, hostConfig);
    const drawn = card.render();
    if (!drawn) {
      throw new Error("The renderer drew nothing.");
    }
    frame.append(drawn);
    return { frame, card, told };
  }

  /** What was drawn and must not be: code, frames, handlers, links that are no links. */
  function dangers(frame) {
    const found = [];
    for (const element of frame.querySelectorAll("*")) {
      if (["SCRIPT", "IFRAME", "OBJECT", "EMBED", "LINK", "META", "BASE", "FORM"].includes(element.tagName)) {
        found.push(`Unsafe: <${element.tagName.toLowerCase()}> was drawn.`);
      }
      for (const attribute of element.attributes) {
        if (/^on/i.test(attribute.name)) {
          found.push(`Unsafe: the attribute ${attribute.name} was drawn.`);
        }
      }
      if (element.tagName === "A" && element.hasAttribute("href") && !/^(https?:|mailto:|tel:)/i.test(element.getAttribute("href"))) {
        found.push(`Unsafe: a link to ${element.getAttribute("href").slice(0, 60)} was drawn.`);
      }
    }
    return found;
  }

  function overflows(frame, width) {
    const right = frame.getBoundingClientRect().right + 1;
    const wide = [...frame.querySelectorAll("*")].filter(element => element.getBoundingClientRect().right > right && element.childElementCount === 0);
    return wide.slice(0, 3).map(element => `Too wide: at ${width} px "${(element.textContent || element.tagName).trim().slice(0, 40)}" stands over the card's edge.`);
  }

  /** Unfolds what waits behind a press, so that it is held to the same width. */
  function unfold(frame) {
    for (const element of frame.querySelectorAll("*")) {
      if (element.style.display === "none") {
        element.style.display = "";
      }
    }
  }

  window.sitebotCards = {
    draw(json, hostConfig, width, dark) {
      draw(json, hostConfig, width, dark);
    },

    /** Every fault of one card: what the renderer tells while it reads, what it draws, and where that does not fit. */
    check(json, hostConfigs, widths) {
      const faults = [];
      let text = "";
      for (const [look, hostConfig] of Object.entries(hostConfigs)) {
        try {
          for (const width of widths) {
            const { frame, told } = draw(json, hostConfig, width, look === "dark");
            text = frame.innerText;
            unfold(frame);
            faults.push(...told, ...dangers(frame), ...overflows(frame, width));
          }
        } catch (failure) {
          faults.push(`Not drawn: ${failure && failure.message || failure}`);
        }
      }
      document.body.replaceChildren();
      return { faults: [...new Set(faults)], text };
    },
  };
})();
