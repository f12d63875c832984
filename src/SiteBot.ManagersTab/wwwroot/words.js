/** What the page says before anybody has told it who reads: all else comes with the data, in the reader's language. */
const words = {
  signingIn: { zh: "正在登录…", en: "Signing in…" },
  openInTeams: { zh: "请在 Teams 里打开这个页面。", en: "Open this page in Teams." },
  noTeamsJs: { zh: "主机上缺少 TeamsJS，请管理员在装有 npm 的机器上重新构建。", en: "TeamsJS is missing on the host: have the administrator build it where npm is installed." },
  notSignedIn: { zh: "没有登录成功，请重试；仍不行就找管理员检查应用的 access_as_user 权限。", en: "You are not signed in. Try again; if that does not help, have the administrator check the app's scope access_as_user." },
  notAllowed: { zh: "你看不到这个页面：请让管理员把你加入通讯录。访客看不到。", en: "This page is not for you yet: ask the administrator to put you into the directory. Guests do not see it." },
  busy: { zh: "主机正忙，稍后自动重试。", en: "The host is busy; it is tried again by itself." },
  lost: { zh: "连接不上主机，正在重试。", en: "The host does not answer; it is tried again." },
  notYourFile: { zh: "这个文件打不开：请从与 SiteBot 的对话里重新要。", en: "This file does not open: ask for it again in your own chat with SiteBot." },
  fileReady: { zh: "文件已取到。保存后就在你的设备上。", en: "The file is here. Save it to your device." },
  fileSave: { zh: "保存", en: "Save" },
  toOverview: { zh: "看总览", en: "To the overview" },
  retry: { zh: "重试", en: "Try again" },
  chooseWho: { zh: "本地模式：选一个身份", en: "Local mode: be somebody" },
  nobody: { zh: "请选择…", en: "Choose…" },
};

/** The text in that language. */
export const said = (key, language) => words[key][language];

/** zh or en, for a locale such as zh-CN. */
export const languageOf = locale => /^zh/i.test(locale ?? "") ? "zh" : "en";
