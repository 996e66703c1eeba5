import { html } from "ghtml";
import { backupCodeField, codeField, formProblem } from "./code-field.js";
import { icon, type IconName } from "./icons.js";
import { avatar, centered, csrfField, moment, page } from "./layout.js";
import { plural } from "./moments.js";
import type { ChallengeModel, CodeProblem } from "./models.js";

const address = "/sign-in/code";

/** GET /sign-in/code: the code from the app, a backup code, or the choice between them. */
export function renderChallenge(model: ChallengeModel): string {
  const views = { authenticator: authenticator, "backup-code": backupCode, other: otherWays };
  const foot = html`<form class="fh-inline" id="sign-out" method="post" action="/sign-out">
      !${csrfField(model)}<button class="cs-text-button" type="submit">Sign out</button>
    </form>
    · <a href="/help#lost">Get help</a>`;
  const titles = {
    authenticator: "Enter your code",
    "backup-code": "Enter a backup code",
    other: "Try another way",
  };
  return page(model, titles[model.view], centered(model, views[model.view](model), foot));
}

function problemOf(model: ChallengeModel): CodeProblem | undefined {
  if (model.lockedUntil === undefined) return model.problem;
  return { error: "locked", lockedUntil: model.lockedUntil };
}

function authenticator(model: ChallengeModel): string {
  const problem = problemOf(model);
  const locked = problem?.error === "locked";
  const field = codeField({
    label: "Code from your authenticator app",
    digits: model.digits,
    period: model.period,
    now: model.now,
    automatic: true,
    backupCode: model.backupCodeWhileLocked,
    focus: true,
    ...(problem === undefined ? {} : { problem }),
  });
  const backup = `<a class="cs-button cs-button--lg cs-button--wide" href="${address}?method=backup-code" data-when-locked ${
    locked && model.backupCodeWhileLocked ? "" : "hidden"
  }>Use a backup code</a>`;
  return html`<form
    class="cs-card cs-sheet"
    method="post"
    action="${address}"
    aria-labelledby="title"
    data-code-form="automatic"
    data-backup-code-while-locked="${model.backupCodeWhileLocked ? "yes" : "no"}"
  >
    !${csrfField(model)}<input type="hidden" name="method" value="authenticator" />
    <div class="cs-card__head">
      <div>
        <h1 class="cs-title" id="title">Enter your code</h1>
        <p class="cs-lead cs-account">
          !${avatar(model.user)}<span>${model.user.email}</span
          ><button class="cs-text-button" type="submit" form="sign-out">Not you?</button>
        </p>
      </div>
    </div>
    <div class="cs-card__body cs-stack">
      !${formProblem(undefined, model.now)}
      <div>!${field}</div>
      <button
        class="cs-button cs-button--primary cs-button--lg cs-button--wide"
        type="submit"
        data-submit
        !${locked ? (model.backupCodeWhileLocked ? "hidden" : "disabled") : ""}
      >
        Sign in
      </button>
      !${backup}
      <p>
        <a class="cs-link-button" href="${address}?method=other">Try another way!${icon("i-right", "sm")}</a>
      </p>
    </div>
  </form>`;
}

function backupCode(model: ChallengeModel): string {
  const known = problemOf(model);
  const problem = model.backupCodeWhileLocked && known?.error === "locked" ? undefined : known;
  return html`<form
    class="cs-card cs-sheet"
    method="post"
    action="${address}"
    aria-labelledby="title"
    data-code-form="backup-code"
  >
    !${csrfField(model)}<input type="hidden" name="method" value="backup-code" />
    <div class="cs-card__head">
      <div>
        <h1 class="cs-title" id="title">Enter a backup code</h1>
        <p class="cs-lead">
          15 letters and digits from your sheet of !${moment(model.backupCodesMadeAt, "date", model.now)}.
        </p>
      </div>
    </div>
    <div class="cs-card__body cs-stack">
      !${formProblem(undefined, model.now)} !${backupCodeField(problem, model.now)}
      <button class="cs-button cs-button--primary cs-button--lg cs-button--wide" type="submit" data-submit>
        Sign in
      </button>
      <p>
        <a class="cs-link-button" href="${address}?method=other">Try another way!${icon("i-right", "sm")}</a>
      </p>
    </div>
  </form>`;
}

function otherWays(model: ChallengeModel): string {
  const choice = (href: string, name: IconName, title: string, meta: string): string =>
    html`<li>
      <a class="cs-choice" href="${href}"
        >!${icon(name)}<span>${title}<span class="cs-row__meta">!${meta}</span></span
        >!${icon("i-right", "sm")}</a
      >
    </li>`;
  const left = `${model.backupCodesLeft} left, from your sheet of ${moment(model.backupCodesMadeAt, "date", model.now)}`;
  return html`<section class="cs-card cs-sheet" aria-labelledby="title">
    <div class="cs-card__head">
      <div>
        <h1 class="cs-title" id="title">Try another way</h1>
        <p class="cs-lead">!${triesShared(model)}</p>
      </div>
    </div>
    <div class="cs-card__body cs-stack">
      <ul class="cs-choices">
        !${choice(address, "i-phone", "Authenticator app", "6 digits, your usual way")}
        !${choice(`${address}?method=backup-code`, "i-file", "Backup code", left)}
        !${choice("/help#lost", "i-help", "Neither is at hand", "What to do, and whom to ask")}
      </ul>
      <p class="cs-hint">
        Lost the phone? Sign in with a backup code, then turn 2FA off and on again with the new one.
      </p>
    </div>
    <div class="cs-card__foot">
      <a class="cs-button cs-button--quiet cs-button--lg" href="${address}"
        >!${icon("i-back")}Back to the code</a
      >
    </div>
  </section>`;
}

function triesShared({ triesLeft, lockedUntil, backupCodeWhileLocked, now }: ChallengeModel): string {
  if (lockedUntil === undefined)
    return `Tries are shared: ${plural(triesLeft, "try", "tries")} left before a pause.`;
  const other = backupCodeWhileLocked ? " A backup code works now." : "";
  return `Too many tries, and they are shared. You can try again at ${moment(lockedUntil, "time", now)}.${other}`;
}
