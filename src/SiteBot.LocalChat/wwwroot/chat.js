import { cardLooks, chatLooks } from "./looks.js";

/** Direct Line's connection states, as a column shows them. */
const states = ["connecting", "connecting", "online", "ended", "ended", "ended"];

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
    this.asking = false;
    this.asked = null;
  }

  hear(status) {
    const state = states[status] ?? "lost";
    this.wasOnline ||= state === "online";
    this.ears.linked(state === "connecting" && this.wasOnline ? "lost" : state);
  }

  through(action) {
    if (action.type === "DIRECT_LINE/POST_ACTIVITY") {
      this.leaveWhatWasRead();
      this.asking = true;
      return { ...action, payload: { ...action.payload, activity: this.ears.outgoing(action.payload.activity) } };
    }
    if (action.type === "DIRECT_LINE/INCOMING_ACTIVITY") {
      this.follow(action.payload.activity);
      this.ears.incoming(action.payload.activity);
    }
    return action;
  }

  get view() {
    return this.place.querySelector(".webchat__basic-transcript__scrollable");
  }

  /** Who says something wants to see it, also where the view had stopped at the first line of a long card. */
  leaveWhatWasRead() {
    if (this.view) {
      this.view.scrollTop = this.view.scrollHeight;
    }
  }

  /** Knows one's own question by its echo, and its first answer by what it replies to: a greeting or other news may come between the two. */
  follow(activity) {
    if (activity.from.role === "user") {
      this.asked = this.asking ? activity.id : this.asked;
      this.asking = false;
    } else if (this.asked && activity.replyToId === this.asked) {
      this.asked = null;
      this.showWhatComes();
    }
  }

  get shown() {
    return [...this.place.querySelectorAll(".webchat__basic-transcript__activity")];
  }

  showWhatComes() {
    const before = this.shown.length;
    this.keepInView(() => this.shown.slice(before).at(-1));
  }

  /** What came last, from its first line: while its column is hidden, a chat cannot follow. */
  showLatest() {
    this.keepInView(() => this.shown.at(-1));
  }

  /**
   * Web Chat stays where it had stopped at an earlier card, and its own movement may still be under way: the first line is kept at the top for a second, or until
   * the person moves the view.
   */
  keepInView(find) {
    let left = 20;
    let message = null;
    const leave = () => { left = 0; };
    const moves = ["wheel", "pointerdown", "keydown"];
    moves.forEach(move => this.place.addEventListener(move, leave));
    const keep = () => {
      message ??= find() ?? null;
      if (left-- > 0) {
        if (message) {
          this.view.scrollTop += message.getBoundingClientRect().top - this.view.getBoundingClientRect().top;
        }
        setTimeout(keep, 50);
      } else {
        moves.forEach(move => this.place.removeEventListener(move, leave));
      }
    };
    setTimeout(keep);
  }

  /** Draws, or draws again with another language or other colours; the conversation goes on. */
  draw({ userId, name, language, looks }) {
    // Another name is another connection to Web Chat, which ends the one that is there: the conversation keeps the name it began with.
    this.name ??= name;
    window.WebChat.renderWebChat({
      directLine: this.directLine,
      store: this.store,
      userID: userId,
      username: this.name,
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
