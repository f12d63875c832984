import { Chat } from "./chat.js";
import { el } from "./dom.js";
import * as host from "./host.js";
import { hue, initials } from "./looks.js";
import { SiteTime } from "./time.js";
import { said, word } from "./words.js";

/** One column: a person's own chat with the bot, or a channel read and spoken in as that person. */
export class Column {
  /** @param page what a column asks of the page: close(column), changed(), heard(column), now() */
  constructor(choice, page) {
    this.choice = choice;
    this.page = page;
    this.thread = "";
    this.threads = new Map();
    this.mentions = true;
    this.state = "connecting";
    this.hostAway = false;
    this.unread = 0;
    this.face = el("div", { className: "face", "aria-hidden": "true" });
    this.name = el("h2");
    this.link = el("span", { className: "link" });
    this.role = el("span");
    this.closing = el("button", { type: "button", className: "close", onclick: () => page.close(this) }, "×");
    this.speaking = choice.channel ? el("div", { className: "speaking" }) : null;
    this.chatPlace = el("div", { className: "chat" });
    this.element = el("section", { className: choice.channel ? "column channel" : "column", tabIndex: -1 },
      el("header", {}, this.face, el("div", {}, this.name, el("p", {}, this.link, this.role)), this.closing),
      this.speaking, this.chatPlace);
    this.element.dataset.column = this.key;
  }

  /** The value by which the picker knows this column. */
  get key() {
    return this.choice.channel ? `#${this.choice.channel}` : this.choice.person;
  }

  get language() {
    return (this.channel ?? this.person).language;
  }

  get zone() {
    return (this.channel ?? this.person).zone;
  }

  get title() {
    return said((this.channel ?? this.person).name, this.language);
  }

  /** Takes the directory's present word on this column; false when its person or channel is gone. */
  know(people) {
    this.people = people;
    this.person = people.persons.find(person => person.id === this.choice.person);
    this.channel = this.choice.channel ? people.channels.find(channel => channel.id === this.choice.channel) : undefined;
    return Boolean(this.person && (!this.choice.channel || this.channel));
  }

  draw() {
    const language = this.language;
    this.element.lang = language;
    this.element.setAttribute("aria-label", this.title);
    this.face.style.setProperty("--hue", hue(this.choice.channel ?? this.choice.person));
    this.face.textContent = this.channel ? "#" : initials(this.title);
    this.name.textContent = this.title;
    this.role.textContent = said(this.channel ? this.channel.office : this.person.role, language);
    this.closing.setAttribute("aria-label", `${word("close", language)}: ${this.title}`);
    this.show(this.state);
    if (this.speaking) {
      this.drawSpeaking(language);
    }
    this.chat?.draw(this.manner());
  }

  drawSpeaking(language) {
    const select = (label, value, options, chosen) => {
      const list = el("select", { onchange: () => chosen(list.value) }, ...options.map(([id, text]) => el("option", { value: id, selected: id === value }, text)));
      return el("label", {}, label, list);
    };
    const box = el("input", { type: "checkbox", checked: this.mentions, onchange: () => { this.mentions = box.checked; } });
    this.speaking.replaceChildren(
      select(word("speakAs", language), this.choice.person, this.people.persons.map(person => [person.id, said(person.name, language)]), id => this.speakAs(id)),
      select(word("thread", language), this.thread, [["", word("allThreads", language)], ...[...this.threads].map(([id, text]) => [id, text])], id => this.choose(id)),
      el("label", { title: word("mentionWhy", language) }, box, word("mention", language, this.people.bot)));
  }

  speakAs(person) {
    this.choice = { ...this.choice, person };
    this.know(this.people);
    this.page.changed();
    this.connect();
  }

  choose(thread) {
    this.thread = thread;
    this.chat?.draw(this.manner());
  }

  manner() {
    return {
      userId: this.person.userId,
      name: said(this.person.name, this.language),
      language: this.language,
      looks: this.channel
        ? {}
        : { botAvatarInitials: initials(this.people.bot), botAvatarBackgroundColor: "#0b6e6e", avatarSize: 30, showAvatarInGroup: "status" },
    };
  }

  /** Connects, for the first time or anew. Its host may be away: then the page tries again when the host is back. */
  async connect() {
    const attempt = this.attempt = {};
    this.chat?.end();
    this.chat = null;
    this.show("connecting");
    try {
      const pass = await host.token(this.choice.person, this.choice.channel);
      if (attempt === this.attempt && window.WebChat) {
        const place = el("div");
        this.chatPlace.replaceChildren(place);
        this.chat = new Chat(place, pass, this);
        this.chat.draw(this.manner());
      }
    } catch (failure) {
      console.warn("The column could not connect.", failure);
      if (attempt === this.attempt) {
        this.show("ended");
      }
    }
  }

  show(state) {
    this.state = state;
    const shown = state === "ended" || this.hostAway ? "lost" : state;
    this.link.dataset.state = shown;
    this.link.title = word(shown, this.language);
    this.link.setAttribute("role", "img");
    this.link.setAttribute("aria-label", this.link.title);
  }

  /** A silent host is known to the page before Web Chat notices. */
  away(hostAway) {
    this.hostAway = hostAway;
    this.show(this.state);
  }

  end() {
    this.attempt = null;
    this.chat?.end();
    this.element.remove();
  }

  // What Chat asks and tells.

  /** In a channel each line says whose it is and in which thread. */
  get everyLine() {
    return Boolean(this.choice.channel);
  }

  linked(state) {
    this.show(state);
  }

  outgoing(activity) {
    if (!this.choice.channel || activity.type !== "message") {
      return activity;
    }
    const at = `@${this.people.bot}`;
    const silent = !activity.text || !this.mentions || activity.text.toLowerCase().includes(at.toLowerCase());
    return {
      ...activity,
      ...(silent ? {} : { text: `${at} ${activity.text}` }),
      channelData: { ...activity.channelData, localChat: { thread: this.thread || undefined } },
    };
  }

  incoming(activity) {
    const thread = activity.channelData?.localChat?.thread;
    if (this.choice.channel && thread && !this.threads.has(thread)) {
      this.threads.set(thread, `#${this.threads.size + 1} ${(activity.text ?? activity.attachments?.[0]?.content?.fallbackText ?? "").replaceAll(/[*_`]/g, "").slice(0, 24)}`.trim());
      this.drawSpeaking(this.language);
    }
    if (activity.type === "message" && activity.from.role !== "user") {
      this.page.heard(this);
    }
  }

  visible(activity) {
    return !this.thread || activity.channelData?.localChat?.thread === this.thread || !activity.channelData?.localChat;
  }

  label(activity) {
    const now = this.page.now();
    const at = now && activity.timestamp ? new SiteTime(now, this.zone) : null;
    const moment = at && new Date(activity.timestamp);
    const time = at && (at.date("en") === at.date("en", moment) ? at.time(moment) : `${at.date(this.language, moment)} ${at.time(moment)}`);
    const thread = this.threads.get(activity.channelData?.localChat?.thread)?.split(" ")[0];
    const author = this.choice.channel ? (activity.from.role === "user" ? word("you", this.language) : activity.from.name) : null;
    return [author, time, thread].filter(Boolean).join(" · ");
  }
}
