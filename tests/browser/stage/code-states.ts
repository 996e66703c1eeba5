// The states of the code field that need a certain answer of the server, shown by answering in its place.
import type { CodeProblem, FormAnswer } from "../../../demo/portal/pages/models.js";
import type { Person } from "./person.js";
import type { Screen } from "./screens.js";

const address = "/sign-in/code";

/** Opens the challenge, and answers its form with `answer`; with `null` it isn't the portal that answers, with `undefined` nobody does. */
async function answered(person: Person, answer: FormAnswer | null | undefined): Promise<void> {
  const { page } = person;
  await page.unrouteAll();
  await page.goto(address);
  await page.route(`**${address}`, async (route) => {
    if (route.request().method() !== "POST") await route.fulfill({ status: 204 });
    else if (answer === null) await route.fulfill({ contentType: "text/html", body: "" });
    else if (answer !== undefined) await route.fulfill({ json: answer });
  });
  await person.codeInput.fill("482913");
}

function refusal(name: string, problem: CodeProblem, words: string): Screen {
  return {
    name: `challenge-${name}`,
    steady: "challenge",
    show: async (person) => {
      await answered(person, problem);
      await person.message.getByText(words).waitFor();
    },
  };
}

/** Begun with the challenge open, and left with it open and nothing answered in the server's place. */
export const codeStates: readonly Screen[] = [
  {
    name: "challenge-checking",
    steady: "challenge",
    show: async (person) => {
      await answered(person, undefined);
      await person.page.getByRole("button", { name: "Checking…" }).waitFor();
    },
  },
  {
    name: "challenge-correct",
    steady: "challenge",
    show: async (person) => {
      // The page goes on to an address that answers "stay where you are"; the picture is taken after that.
      const stayed = person.page.waitForResponse((response) => response.status() === 204);
      await answered(person, { ok: true, location: address });
      await person.message.getByText("Code accepted.").waitFor();
      await stayed;
    },
  },
  refusal(
    "used",
    { error: "replayed", waitSeconds: 25 },
    "This code was already used. Wait for the next one",
  ),
  refusal("expired", { error: "expired" }, "That code has run out. Enter the one your app shows now."),
  refusal("clock", { error: "clock", driftSeconds: -50 }, "Your phone is about 50 seconds slow."),
  {
    name: "challenge-unreached",
    steady: "challenge",
    show: async (person) => {
      await answered(person, null);
      await person.message.getByText("We couldn’t reach Fernhill. Your code wasn’t used").waitFor();
    },
  },
];
