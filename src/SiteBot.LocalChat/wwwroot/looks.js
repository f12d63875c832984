/** Web Chat and its cards in the page's own colours, light and dark: read from page.css, so that a colour stands once. */
export const dark = matchMedia("(prefers-color-scheme: dark)");

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

export function chatLooks(extra) {
  return {
    accent: colour("accent"),
    subtle: colour("muted"),
    primaryFont: colour("font"),
    backgroundColor: colour("surface"),
    rootHeight: "100%",
    rootWidth: "100%",
    paddingRegular: 10,
    bubbleBackground: colour("raised"),
    bubbleBorderColor: colour("line"),
    bubbleBorderRadius: 12,
    bubbleTextColor: colour("text"),
    bubbleFromUserBackground: colour("accent-soft"),
    bubbleFromUserBorderColor: colour("accent-soft"),
    bubbleFromUserBorderRadius: 12,
    bubbleFromUserTextColor: colour("text"),
    bubbleMinHeight: 38,
    bubbleMaxWidth: 560,
    bubbleMinWidth: 120,
    groupTimestamp: 120000,
    timestampColor: colour("muted"),
    hideUploadButton: false,
    uploadAccept: "image/*,.pdf",
    sendAttachmentOn: "attach",
    sendBoxBackground: colour("surface"),
    sendBoxTextColor: colour("text"),
    sendBoxPlaceholderColor: colour("muted"),
    sendBoxButtonColor: colour("muted"),
    sendBoxButtonColorOnHover: colour("accent"),
    sendBoxButtonColorOnFocus: colour("accent"),
    sendBoxButtonShadeColorOnHover: "transparent",
    sendBoxButtonShadeColorOnFocus: "transparent",
    sendBoxBorderTop: `solid 1px ${colour("line")}`,
    suggestedActionLayout: "flow",
    suggestedActionBackgroundColor: colour("surface"),
    suggestedActionBackgroundColorOnHover: colour("accent-soft"),
    suggestedActionBackgroundColorOnFocus: colour("accent-soft"),
    suggestedActionBackgroundColorOnActive: colour("accent-soft"),
    suggestedActionBorderColor: colour("accent"),
    suggestedActionBorderRadius: 18,
    suggestedActionBorderWidth: 1,
    suggestedActionHeight: 36,
    suggestedActionTextColor: colour("accent"),
    transcriptActivityVisualKeyboardIndicatorColor: colour("line"),
    // A long card is read from its first line, where the verdict stands: the view stops there and not at the end.
    autoScrollSnapOnPage: true,
    adaptiveCardsParserMaxVersion: "1.6",
    cardPushButtonBackgroundColor: colour("accent"),
    cardPushButtonTextColor: colour("on-accent"),
    markdownRespectCRLF: true,
    ...extra,
  };
}

const pair = (text, soft = colour("muted")) => ({ default: text, subtle: soft });

function container(background) {
  return {
    backgroundColor: background,
    borderColor: colour("line"),
    foregroundColors: {
      default: pair(colour("text")),
      dark: pair(colour("text")),
      light: pair(colour("muted")),
      accent: pair(colour("accent"), colour("accent")),
      attention: pair(colour("bad"), colour("bad")),
      good: pair(colour("good"), colour("good")),
      warning: pair(colour("warn"), colour("warn")),
    },
  };
}

export function cardLooks() {
  return {
    supportsInteractivity: true,
    fontFamily: colour("font"),
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
    spacing: { small: 4, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 12 },
    separator: { lineThickness: 1, lineColor: colour("line") },
    imageSizes: { small: 40, medium: 80, large: 160 },
    containerStyles: {
      default: container("transparent"),
      emphasis: container(colour("ground")),
      accent: container(colour("accent-soft")),
      good: container(colour("accent-soft")),
      attention: container(colour("warn-soft")),
      warning: container(colour("warn-soft")),
    },
    actions: {
      maxActions: 8,
      spacing: "default",
      buttonSpacing: 8,
      actionsOrientation: "horizontal",
      actionAlignment: "left",
      showCard: { actionMode: "inline", inlineTopMargin: 10, style: "emphasis" },
    },
    factSet: { title: { weight: "bolder", wrap: true, maxWidth: 130 }, value: { wrap: true }, spacing: 10 },
  };
}

/** A hue of its own for each face, always the same. */
export const hue = id => [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);

/** The initials, or the last character of a Chinese name. */
export const initials = name => /[\u3400-\u9fff]/.test(name)
  ? name.slice(-1)
  : name.split(/\s+/).filter(Boolean).slice(0, 2).map(part => part[0].toUpperCase()).join("");
