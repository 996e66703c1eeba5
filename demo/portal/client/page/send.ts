import type { CodeProblem, FormAnswer, FormRefusal } from "../../pages/models.js";

/** The server didn't answer, so nothing was used up. */
export const unreachable = "We couldn’t reach Fernhill. Nothing was changed; try again.";
export const codeUnreached = "We couldn’t reach Fernhill. Your code wasn’t used; try again.";

export type Sent =
  | { readonly ok: true; readonly location: string | undefined }
  | { readonly ok: false; readonly problem: CodeProblem | FormRefusal; readonly location: string | undefined }
  | { readonly ok: null }; // no answer that the page understands

const patience = 15_000;

/** Posts a form as the browser would, and asks for the answer as JSON. */
export async function send(form: HTMLFormElement, submitter?: HTMLElement | null): Promise<Sent> {
  const data = new FormData(form, submitter);
  const body = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === "string") body.append(name, value);
  try {
    const response = await fetch(form.action, {
      method: "POST",
      headers: { accept: "application/json" },
      body,
      signal: AbortSignal.timeout(patience),
    });
    return read(await response.json());
  } catch {
    return { ok: null };
  }
}

function read(answer: unknown): Sent {
  if (typeof answer !== "object" || answer === null) return { ok: null };
  const known = answer as FormAnswer;
  if ("ok" in known) return { ok: true, location: known.location };
  if (typeof known.error !== "string") return { ok: null };
  return { ok: false, problem: known, location: "location" in known ? known.location : undefined };
}

/** Goes on; the page that is left can't be reached by "back" with its form still filled. */
export function goTo(location: string | undefined): void {
  window.location.assign(location ?? window.location.pathname);
}
