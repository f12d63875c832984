/** What the page itself says, in both languages. */
const words = {
  localChat: { zh: "本地聊天", en: "local chat" },
  localOnly: { zh: "仅在本机：每个人都可以是任何人。", en: "This machine only: anybody may be anybody." },
  tab: { zh: "现场一览（主管）", en: "Field overview (managers)" },
  licences: { zh: "许可", en: "Licences" },
  people: { zh: "人员与频道", en: "People and channels" },
  persons: { zh: "人员", en: "People" },
  channels: { zh: "频道", en: "Channels" },
  close: { zh: "关闭此栏", en: "Close this column" },
  speakAs: { zh: "身份", en: "As" },
  thread: { zh: "话题", en: "Thread" },
  allThreads: { zh: "全部（发言即新话题）", en: "All (a post starts one)" },
  mention: { zh: "提及 @{0}", en: "Mention @{0}" },
  mentionWhy: { zh: "在频道里，机器人只收到提及它的消息。", en: "In a channel the bot hears only what mentions it." },
  forward: { zh: "向前", en: "Move on" },
  tenMinutes: { zh: "+10 分钟", en: "+10 min" },
  hour: { zh: "+1 小时", en: "+1 h" },
  midnight: { zh: "到零点", en: "To midnight" },
  day: { zh: "+1 天", en: "+1 day" },
  moment: { zh: "到…", en: "To…" },
  go: { zh: "前进到此刻", en: "Move to this moment" },
  clock: { zh: "演示时钟", en: "Demo clock" },
  moving: { zh: "正在前进…", en: "Moving on…" },
  moved: { zh: "已送达 {0}，失败 {1}", en: "{0} delivered, {1} failed" },
  notMoved: { zh: "时钟没有动：{0}", en: "The clock did not move: {0}" },
  noClock: { zh: "时钟没有回答", en: "the clock does not answer" },
  hostDown: { zh: "主机没有回答。用 ./run 启动它；此页会自动重新连接。", en: "The host does not answer. Start it with ./run; this page reconnects by itself." },
  online: { zh: "已连接", en: "Connected" },
  connecting: { zh: "正在连接", en: "Connecting" },
  lost: { zh: "连接断开，正在重试", en: "Connection lost, trying again" },
  noPeople: { zh: "名录里还没有人", en: "The directory has nobody yet" },
  noPeopleHow: { zh: "在名录文件（Directory:Path）中加入人员；几秒后这里就会出现。", en: "Add people to the directory file (Directory:Path); they appear here within seconds." },
  nobodyShown: { zh: "选择您是谁", en: "Choose who you are" },
  nobodyShownHow: { zh: "打开“人员与频道”，可同时扮演几个人：工程师、办事处主任、产品支持。", en: "Open “People and channels”. You can be several people at once: engineer, head of the regional office, product support." },
  noWebChat: { zh: "缺少 Web Chat", en: "Web Chat is missing" },
  noWebChatHow: { zh: "机器人在运行，但聊天组件没有取到。安装 Node.js（含 npm），再次启动，然后刷新：", en: "The bot is running, but the chat control was not fetched. Install Node.js (with npm), start again, then reload:" },
  you: { zh: "您", en: "you" },
};

/** The text in that language, its {0}, {1} filled. */
export function word(key, language, ...values) {
  return values.reduce((text, value, index) => text.replace(`{${index}}`, value), words[key][language === "zh" ? "zh" : "en"]);
}

/** A {zh, en} pair of the directory in that language. */
export const said = (pair, language) => pair[language === "zh" ? "zh" : "en"] || pair.en || pair.zh;
