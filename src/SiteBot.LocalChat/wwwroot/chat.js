import { cardLooks, chatLooks } from "./looks.js";

/** Direct Line's connection states, as a column shows them. */
const states = ["connecting", "connecting", "online", "ended", "ended", "lost"];

/** A line of text in the place of Web Chat's own element, and made after it: the bundle gives React's createElement to nobody. */
const line = (element, text) => ({ ...element, type: "span", key: null, ref: null, props: { className: "label", children: text } });

/**
 * Web Chat in one element, over this host's own Direct Line.
 * `outgoing(activity)` may change what is sent; `incoming(activity)` hears what comes; `label(activity)` is the line below a message, below each one with `everyLine`;
 * `visible(activity)` leaves messages out; `linked(state)` hears "connecting", "online", "lost", "ended" (comes back only by a new Chat).
 */
export class Chat {
  constructor(place, pass, ears) {
    this.place = place;
    this.ears = ears;
    this.directLine = window.WebChat.createDirectLine({ token: pass.token, domain: `${location.origin}/directline` });
    this.watching = this.directLine.connectionStatus$.subscribe(status => this.hear(status));
    this.store = window.WebChat.createStore({}, () => next => action => next(this.through(action)));
    this.wasOnline = false;
  }

  hear(status) {
    const state = states[status] ?? "lost";
    this.wasOnline ||= state === "online";
    this.ears.linked(state === "connecting" && this.wasOnline ? "lost" : state);
  }

  through(action) {
    if (action.type === "DIRECT_LINE/POST_ACTIVITY") {
      this.leaveWhatWasRead();
      return { ...action, payload: { ...action.payload, activity: this.ears.outgoing(action.payload.activity) } };
    }
    if (action.type === "DIRECT_LINE/INCOMING_ACTIVITY") {
      this.ears.incoming(action.payload.activity);
    }
    return action;
  }

  /** Who says something wants to see it and its answer, also where the view had stopped at the first line of a long card. */
  leaveWhatWasRead() {
    const view = this.place.querySelector(".webchat__basic-transcript__scrollable");
    if (view) {
      view.scrollTop = view.scrollHeight;
    }
  }

  /** Draws, or draws again with another language or other colours; the conversation goes on. */
  draw({ userId, name, language, looks }) {
    window.WebChat.renderWebChat({
      directLine: this.directLine,
      store: this.store,
      userID: userId,
      username: name,
      locale: language === "zh" ? "zh-CN" : "en-US",
      styleOptions: chatLooks(looks),
      adaptiveCardsHostConfig: cardLooks(),
      activityMiddleware: () => next => request => this.ears.visible(request.activity) ? next(request) : false,
      activityStatusMiddleware: () => next => request => {
        const own = next(request);
        return request.sendState !== "sent" || (request.hideTimestamp && !this.ears.everyLine) || !own ? own : line(own, this.ears.label(request.activity));
      },
    }, this.place);
  }

  focus() {
    this.place.querySelector("[data-id='webchat-sendbox-input']")?.focus();
  }

  end() {
    this.watching.unsubscribe();
    this.directLine.end();
    this.place.remove();
  }
}
