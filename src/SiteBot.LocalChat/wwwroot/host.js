/** What the page asks of its host. Each call throws with a reason when the host is away or refuses. */
async function ask(path, body) {
  const response = await fetch(path, body === undefined
    ? { cache: "no-store" }
    : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const answer = await response.json().catch(() => null);
  if (!response.ok) {
    throw new Refusal(answer?.error?.message ?? answer?.detail ?? answer?.title ?? `HTTP ${response.status}`);
  }
  return answer;
}

/** The host answered, and said no. Any other failure: it did not answer. */
export class Refusal extends Error {}

export const people = () => ask("/local-chat/people");
export const clock = () => ask("/local/clock");
export const moveClock = to => ask("/local/clock", to);
export const token = (person, channel) => ask("/directline/tokens/generate", channel ? { user: { id: person }, channel } : { user: { id: person } });
