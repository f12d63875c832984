/** Teams around the page: theme, language, and the token of whoever reads. TeamsJS is fetched only there; local mode does without it. */
const root = document.documentElement;

export class Trouble extends Error {
  constructor(word) {
    super(word);
    this.word = word;
  }
}

const load = source => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.src = source;
  script.onload = resolve;
  script.onerror = () => reject(new Trouble("noTeamsJs"));
  document.head.append(script);
});

const soon = (promise, word) => Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Trouble(word)), 20000))]);

const wear = theme => {
  root.dataset.theme = { dark: "dark", glass: "dark", contrast: "contrast" }[theme] ?? "light";
};

/** As the system asks for it, outside Teams. */
export function wearSystem() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const contrast = matchMedia("(forced-colors: active)");
  const follow = () => wear(contrast.matches ? "contrast" : dark.matches ? "dark" : "default");
  dark.addEventListener("change", follow);
  contrast.addEventListener("change", follow);
  follow();
}

/** Joins Teams; gives its locale and a way to get a token. */
export async function join() {
  wearSystem();
  await load("/tab/lib/MicrosoftTeams.min.js");
  const teams = window.microsoftTeams;
  try {
    // Other clouds' Teams are known to the page by their exact origins.
    await soon(teams.app.initialize((root.dataset.origins ?? "").split(" ").filter(Boolean)), "openInTeams");
  } catch {
    throw new Trouble("openInTeams");
  }
  const context = await teams.app.getContext();
  wear(context.app.theme);
  teams.app.registerOnThemeChangeHandler(wear);
  return {
    locale: context.app.locale,
    subPage: context.page?.subPageId ?? "",
    ready: () => teams.app.notifySuccess(),
    token: async () => {
      try {
        return await soon(teams.authentication.getAuthToken({ silent: false }), "notSignedIn");
      } catch {
        throw new Trouble("notSignedIn");
      }
    },
  };
}
