import { plural } from "./moments.js";
import type { CodeProblem, FormRefusal, Notice } from "./models.js";

/**
 * What the portal says, once for the server's pages and the page's script.
 *
 * A sentence is a list of parts: text, stressed text, a moment in the reader's time, or a live countdown to one (", in 4:32").
 */
export type Part =
  | string
  | { readonly strong: string }
  | { readonly at: number; readonly style: "time" }
  | { readonly until: number; readonly style: "clock" | "seconds" };

export type Field = "authenticator" | "backup-code";

export interface Message {
  readonly tone: "danger" | "ok" | "hint";
  readonly icon: "i-alert" | "i-clock" | "i-lock" | "i-check-circle" | null;
  readonly parts: readonly Part[];
}

/** The line beneath a code field while nothing is wrong. */
export function codeHint(digits: number, period: number, automatic: boolean): string {
  const hint = `${digits} digits, changes every ${period} seconds.`;
  return automatic ? `${hint} We check it as soon as the last digit is in.` : hint;
}

/** The line beneath a code field after a refusal. Each ends with what to do next. */
export function codeMessage(problem: CodeProblem, field: Field, options: CodeMessageOptions): Message {
  const alert = (...parts: Part[]): Message => ({ tone: "danger", icon: "i-alert", parts });
  const late = (...parts: Part[]): Message => ({ tone: "danger", icon: "i-clock", parts });
  const tries: Part[] =
    problem.triesLeft === undefined
      ? []
      : [" ", { strong: `${plural(problem.triesLeft, "try", "tries")} left.`.replaceAll(" ", "\u00a0") }];
  switch (problem.error) {
    case "mismatch":
      return alert("That code isn’t correct. Check the app and try again.", ...tries);
    case "malformed":
      return field === "authenticator"
        ? alert(
            `A code has ${options.digits} digits. Enter the one your app shows now. This didn’t cost a try.`,
          )
        : alert(
            "A backup code has 15 letters and digits. Compare it with your sheet. This didn’t cost a try.",
          );
    case "replayed":
      return problem.waitSeconds === undefined
        ? alert("This code was already used. Wait for the next one.")
        : alert(
            "This code was already used. Wait for the next one",
            { until: options.now + problem.waitSeconds * 1000, style: "seconds" },
            ".",
          );
    case "expired":
      return late("That code has run out. Enter the one your app shows now.");
    case "locked":
      return { tone: "danger", icon: "i-lock", parts: lockedParts(problem.lockedUntil, options.backupCode) };
    case "not-saved":
      return alert("Save your backup codes first, then tick the box beneath them.");
    case "clock":
      return late(
        "Your phone is about ",
        { strong: drift(problem.driftSeconds ?? 0) },
        ". Turn on automatic time there, then enter a new code.",
      );
    case "mistyped":
      return alert(
        "One character doesn’t fit. Compare each group with your sheet: Z and 2 look alike. This didn’t cost a try.",
      );
    case "unknown":
      return alert("That backup code isn’t one of yours. Check that your sheet is the newest.", ...tries);
    case "used":
      return alert("This backup code was used before. Enter another one from your sheet.", ...tries);
  }
}

export interface CodeMessageOptions {
  readonly digits: number;
  readonly now: number;
  /** Whether a backup code is taken while the account waits. */
  readonly backupCode: boolean;
}

function lockedParts(until: number | undefined, backupCode: boolean): readonly Part[] {
  if (until === undefined) return ["Too many tries. Try again later."];
  return [
    "Too many tries. You can try again at ",
    { at: until, style: "time" },
    { until, style: "clock" },
    backupCode ? ". A backup code works now." : ".",
  ];
}

function drift(seconds: number): string {
  const amount = Math.abs(seconds);
  const size = amount < 120 ? plural(amount, "second") : plural(Math.round(amount / 60), "minute");
  return `${size} ${seconds < 0 ? "slow" : "fast"}`;
}

/**
 * Which field a refused form means, and what it says there: short, because one line is kept free beneath a plain field.
 * `null`: the form as a whole.
 */
export function formMessage(refusal: FormRefusal): { field: string | null; parts: readonly Part[] } {
  switch (refusal.error) {
    case "name":
      return { field: "name", parts: ["Enter your name, up to 100 characters."] };
    case "email":
      return { field: "email", parts: ["Enter an address like rosa@fernhill.example."] };
    case "password":
      return {
        field: "password",
        parts: ["Choose between 12 and 1,024 characters."],
      };
    case "taken":
      return {
        field: "email",
        parts: ["We couldn’t make an account with this address. Sign in, or use another one."],
      };
    case "credentials":
      return { field: "password", parts: ["Email and password don’t match. Check both."] };
    case "wrong-password":
      return { field: "password", parts: ["That isn’t your password. Check Caps Lock."] };
    case "too-many":
      return { field: "password", parts: lockedParts(refusal.lockedUntil, false) };
    case "csrf":
      return { field: null, parts: ["This page is too old. Reload it and try again."] };
  }
}

/** With so few backup codes left, the page says that it is time for new ones. */
export const FEW_CODES = 3;

/** Told once on the next page. */
export function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case "signed-out":
      return "You are signed out.";
    case "signed-up":
      return "If this address had no account before, your account is ready. Sign in with the password you chose.";
    case "session-ended":
      return "Your session has ended. Sign in again to go on.";
    case "enroll-canceled":
      return "Set-up canceled. Two-factor authentication stays off, and the key and codes you saw are dead.";
    case "enroll-expired":
      return "The 10 minutes are over, so the key and codes you saw are dead. Delete the Fernhill entry in your app and start again.";
    case "turned-off":
      return "Two-factor authentication is off. Delete the Fernhill entry in your app and the sheet of backup codes.";
    case "backup-code-used":
      return notice.left === 0
        ? "You’re in, with your last backup code. To get new ones, turn two-factor authentication off and on again."
        : `You’re in, with one backup code less. ${plural(notice.left, "code")} ${notice.left === 1 ? "is" : "are"} left.${notice.left <= FEW_CODES ? " Now is a good moment to make new ones: turn two-factor authentication off and on again." : ""}`;
  }
}
